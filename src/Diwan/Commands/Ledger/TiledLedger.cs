using System.Buffers.Binary;
using System.Net;
using Diwan.Comments.Ledger;

namespace Diwan.Commands.Ledger;

/// <summary>Checks a ledger in tiles, from a folder or from a site, as any witness could: entries, tree, signature, and older checkpoints.</summary>
internal static class TiledLedger
{
    public static async Task<int> VerifyAsync(string where, IReadOnlyList<VerifierKey>? trusted, IReadOnlyList<SignedCheckpoint> known, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        Func<string, Task<byte[]?>> read = Uri.TryCreate(where, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? path => FetchAsync(http, $"{where.TrimEnd('/')}/ledger/{path}", ct)
            : path => ReadAsync(Path.Combine(where, path), ct);

        var note = await read("checkpoint") is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : throw new CommandException($"there is no ledger at {where}");
        var latest = SignedCheckpoint.Read(note) ?? throw new CommandException("the checkpoint is none");
        var keys = trusted ?? [.. System.Text.Encoding.UTF8.GetString(await read("keys") ?? []).Split('\n').Select(VerifierKey.Read).OfType<VerifierKey>()];
        foreach (var checkpoint in known.Append(latest))
        {
            if (!checkpoint.IsSignedBy(keys)) throw new CommandException($"the checkpoint of {checkpoint.Checkpoint.Size} entries is not signed by a known key");
            if (checkpoint.Checkpoint.Size > latest.Checkpoint.Size) throw new CommandException($"entries are missing: {checkpoint.Checkpoint.Size} were signed, {latest.Checkpoint.Size} are there");
        }

        var range = CompactRange.Empty;
        var bySize = known.Append(latest).ToLookup(checkpoint => checkpoint.Checkpoint.Size);
        foreach (var tile in TilePath.Of(latest.Checkpoint.Size))
        {
            var bundle = await read($"tile/entries/{tile}") ?? throw new CommandException($"the bundle tile/entries/{tile} is missing");
            foreach (var leaf in LeavesOf(bundle, tile))
            {
                range = range.With(MerkleHash.OfEntry(leaf));
                foreach (var checkpoint in bySize[range.Size])
                {
                    if (!range.Root().AsSpan().SequenceEqual(checkpoint.Checkpoint.Root))
                        throw new CommandException($"the history was rewritten: the tree of {range.Size} entries is not the one that was signed");
                }
            }
        }

        Console.WriteLine($"{latest.Checkpoint.Size} entries of {latest.Checkpoint.Origin}: the tree is the one that was signed{(known.Count > 0 ? ", and grew out of what was kept" : "")}");
        return CommandLine.Done;
    }

    private static IEnumerable<byte[]> LeavesOf(byte[] bundle, TilePath tile)
    {
        const int entry = 2 + Leaf.Length;
        if (bundle.Length != tile.Width * entry) throw new CommandException($"the bundle tile/entries/{tile} does not hold {tile.Width} entries");
        for (var place = 0; place < tile.Width; place++)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(bundle.AsSpan(place * entry)) != Leaf.Length) throw new CommandException($"the bundle tile/entries/{tile} is malformed");
            yield return bundle[((place * entry) + 2)..((place + 1) * entry)];
        }
    }

    private static async Task<byte[]?> FetchAsync(HttpClient http, string url, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(url, ct);
            if (answer.StatusCode is HttpStatusCode.NotFound) return null;
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadAsByteArrayAsync(ct);
        }
        catch (HttpRequestException exception)
        {
            throw new CommandException($"{url}: {exception.Message}");
        }
    }

    private static async Task<byte[]?> ReadAsync(string path, CancellationToken ct) => File.Exists(path) ? await File.ReadAllBytesAsync(path, ct) : null;
}
