using System.Buffers.Binary;

namespace Diwan.Comments.Ledger;

/// <summary>A checkpoint with its signatures, as a C2SP signed note: what a receipt carries and what witnesses keep.</summary>
/// <param name="Checkpoint">What is signed.</param>
/// <param name="Note">The whole note.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string Note)
{
    /// <summary>Signs a checkpoint, in a change of keys by both.</summary>
    public static SignedCheckpoint Sign(Checkpoint checkpoint, params ReadOnlySpan<LedgerSigner> signers)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var text = checkpoint.Text;
        var note = text + "\n";
        foreach (var signer in signers) note += signer.Sign(text);
        return new(checkpoint, note);
    }

    /// <summary>Reads a note without checking its signatures; null when it is no signed checkpoint.</summary>
    public static SignedCheckpoint? Read(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var end = note.IndexOf("\n\n", StringComparison.Ordinal);
        return end >= 0 && Checkpoint.Read(note[..(end + 1)]) is { } checkpoint ? new(checkpoint, note) : null;
    }

    /// <summary>Whether at least one of these keys has signed it, and none of their signatures is false.</summary>
    public bool IsSignedBy(IEnumerable<VerifierKey> keys)
    {
        var end = Note.IndexOf("\n\n", StringComparison.Ordinal);
        var text = Note[..(end + 1)];
        var known = keys.Where(key => key.Name == Checkpoint.Origin).ToLookup(key => key.Id);
        var signed = 0;
        foreach (var line in Note[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var bytes = new byte[4 + 64];
            var parts = line.Split(' ');
            if (parts is not ["\u2014", _, var coded] || !Convert.TryFromBase64String(coded, bytes, out var length) || length != bytes.Length) continue;
            var id = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            // Witnesses sign too: a signature by a key that is not ours says nothing here.
            if (parts[1] != Checkpoint.Origin || !known.Contains(id)) continue;
            if (!known[id].Any(key => key.Verifies(text, bytes.AsSpan(4)))) return false;
            signed++;
        }

        return signed > 0;
    }
}
