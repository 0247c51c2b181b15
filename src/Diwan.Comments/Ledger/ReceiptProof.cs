using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diwan.Comments.Ledger;

/// <summary>The file an author keeps: it proves, without asking anybody, what was sent and that it stands in the ledger. Described in <c>docs/design/ledger.md</c>.</summary>
/// <param name="Format"><see cref="CurrentFormat"/>.</param>
/// <param name="Index">Place in the ledger, from 0.</param>
/// <param name="Key">Key of the leaf: 32 bytes.</param>
/// <param name="Record">What was recorded: see <see cref="LedgerRecord"/>.</param>
/// <param name="Path">Inclusion proof: hashes of 32 bytes.</param>
/// <param name="Checkpoint">The signed checkpoint the proof leads to.</param>
/// <param name="Keys">Lines of the ledger's verifier keys.</param>
public sealed record ReceiptProof(
    string Format, long Index, byte[] Key, byte[] Record, IReadOnlyList<byte[]> Path, string Checkpoint, IReadOnlyList<string> Keys)
{
    /// <summary>Name of this format.</summary>
    public const string CurrentFormat = "diwan-receipt/1";

    /// <summary>Reads a file; null when it is no receipt of this format.</summary>
    public static ReceiptProof? Read(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize(json, ReceiptJson.Default.ReceiptProof);
            return read is { Format: CurrentFormat, Key: not null, Record: not null, Path: not null, Checkpoint: not null, Keys: not null } ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The file as JSON; bytes in base64.</summary>
    public string Write() => JsonSerializer.Serialize(this, ReceiptJson.Default.ReceiptProof);

    /// <summary>Checks everything that can be checked offline.</summary>
    /// <param name="trusted">Keys the author trusts, from elsewhere; null to take the file's own.</param>
    /// <returns>Null when all is well; else the first thing that is not, as an English sentence.</returns>
    public string? Check(IReadOnlyList<VerifierKey>? trusted = null)
    {
        if (LedgerRecord.Fields(Record) is not { Count: 7 or 8 } fields || fields[0] != "submission") return "The record is not that of a comment.";
        if (SignedCheckpoint.Read(Checkpoint) is not { } signed) return "The checkpoint is none.";
        var keys = trusted ?? [.. Keys.Select(VerifierKey.Read).OfType<VerifierKey>()];
        if (!signed.IsSignedBy(keys)) return "The checkpoint is not signed by a key of the ledger.";
        if (Key.Length != Leaf.KeyLength) return "The key is none.";
        var leaf = Leaf.Of(Index, Key, Record);
        return MerkleProof.IsIncluded(MerkleHash.OfEntry(leaf), Index, signed.Checkpoint.Size, signed.Checkpoint.Root, Path)
            ? null
            : "The record does not stand in the ledger at this place: record, key, place or proof were altered.";
    }
}

/// <summary>The generated code behind <see cref="ReceiptProof"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReceiptProof))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
