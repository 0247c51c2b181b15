using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diwan.Comments.Ledger;
using Diwan.Comments.Stores;

namespace Diwan.Commands.Ledger;

/// <summary>Writes a ledger into a folder.</summary>
internal static class LedgerExport
{
    private static readonly LedgerExportJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes everything up to the newest checkpoint; the number of entries.</summary>
    public static async Task<long> RunAsync(ILedgerStore ledger, string folder, CancellationToken ct)
    {
        var latest = await ledger.LatestAsync(ct) ?? throw new CommandException("the ledger is empty");
        var size = latest.Checkpoint.Size;
        Directory.CreateDirectory(folder);
        for (var (level, hashes) = (0, size); hashes > 0; (level, hashes) = (level + 1, hashes / LedgerTile.Width))
        {
            foreach (var tile in TilePath.Of(hashes))
                await WriteAsync(Path.Combine(folder, $"tile/{level}/{tile}"), (await ledger.TileAsync(level, tile.Index, tile.Width, ct))!, ct);
        }

        foreach (var tile in TilePath.Of(size))
            await WriteAsync(Path.Combine(folder, $"tile/entries/{tile}"), (await ledger.BundleAsync(tile.Index, tile.Width, ct))!, ct);

        await WriteRecordsAsync(ledger, Path.Combine(folder, "records.jsonl"), size, ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "keys"), string.Concat((await ledger.KeysAsync(ct)).Select(key => key.Verifier.Line + "\n")), ct);
        // Last: a folder with a checkpoint is a whole export.
        await File.WriteAllTextAsync(Path.Combine(folder, "checkpoint"), latest.Note, ct);
        return size;
    }

    private static async Task WriteRecordsAsync(ILedgerStore ledger, string path, long size, CancellationToken ct)
    {
        await using var file = new StreamWriter(path) { NewLine = "\n" };
        for (long from = 0; from < size;)
        {
            foreach (var entry in await ledger.EntriesAsync(from, (int)Math.Min(4_096, size - from), ct))
            {
                // What an author wrote is the author's: of it the export says no more than that it is there.
                var isOpen = entry.Kind is not (LedgerKind.Submission or LedgerKind.Appeal) && entry.Key is not null && entry.Record is not null;
                await file.WriteLineAsync(JsonSerializer.Serialize(
                    new ExportedEntry(
                        entry.Index, JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Kind.ToString()), Convert.ToBase64String(entry.Leaf),
                        isOpen ? Convert.ToBase64String(entry.Key!) : null, isOpen ? LedgerRecord.Fields(entry.Record) : null),
                    Json.ExportedEntry));
                from++;
            }
        }
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, bytes, ct);
    }
}

/// <summary>A line of <c>records.jsonl</c>.</summary>
/// <param name="Index">Place in the ledger.</param>
/// <param name="Kind"><c>signing-key submission decision appeal appeal-outcome policy model</c>.</param>
/// <param name="Leaf">The leaf in base64.</param>
/// <param name="Key">Its key in base64; absent where the record is not shown.</param>
/// <param name="Record">The fields of the record in their order; absent where it is not shown.</param>
internal sealed record ExportedEntry(long Index, string Kind, string Leaf, string? Key, IReadOnlyList<string>? Record);

[JsonSerializable(typeof(ExportedEntry))]
internal sealed partial class LedgerExportJson : JsonSerializerContext;
