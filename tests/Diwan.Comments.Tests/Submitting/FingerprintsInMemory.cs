using Diwan.Comments.Submitting;

namespace Diwan.Comments.Tests.Submitting;

/// <summary>A comment store of fingerprints alone, that counts how often it is asked.</summary>
internal sealed class FingerprintsInMemory : NoComments
{
    public List<FingerprintEntry> Entries { get; } = [];

    public int Asked { get; private set; }

    /// <summary>When set, what is read waits for it after it was read.</summary>
    public Task Holding { get; set; } = Task.CompletedTask;

    public bool Fails { get; set; }

    public override Task<IReadOnlyList<FingerprintEntry>> RecentInThreadAsync(string articleId, DateTimeOffset since, int limit, CancellationToken ct = default) =>
        FindAsync(entry => entry.ArticleId == articleId, since, limit);

    public override Task<IReadOnlyList<FingerprintEntry>> RecentByAuthorAsync(string authorKey, DateTimeOffset since, int limit, CancellationToken ct = default) =>
        FindAsync(entry => entry.AuthorKey == authorKey, since, limit);

    private async Task<IReadOnlyList<FingerprintEntry>> FindAsync(Func<FingerprintEntry, bool> match, DateTimeOffset since, int limit)
    {
        FingerprintEntry[] found;
        lock (Entries)
        {
            Asked++;
            if (Fails) throw new IOException("The disk is gone.");
            found = [.. Entries.Where(match).Where(entry => entry.At >= since).OrderByDescending(entry => entry.At).Take(limit)];
        }

        await Holding;
        return found;
    }
}
