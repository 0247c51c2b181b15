using Diwan.Comments.Stores;
using Diwan.Moderation;

namespace Diwan.Comments.Submitting;

/// <summary>Tells what came lately in a thread and from an author, to find near-copies. What this process has stored it knows at once, what another one has, within a second.</summary>
public sealed class RecentComments(ICommentStore comments, SubmitOptions options, TimeProvider clock)
{
    // With 200 fingerprints each, 10 MB at most.
    private const int Most = 256;

    private readonly Lately<Trail> _threads = new(Most, clock, article => new(
        () => comments.RecentInThreadAsync(article, clock.GetUtcNow() - options.RecentWindow, options.RecentLimit), options.RecentLimit));

    private readonly Lately<Trail> _authors = new(Most, clock, author => new(
        () => comments.RecentByAuthorAsync(author, clock.GetUtcNow() - options.RecentWindow, options.RecentLimit), options.RecentLimit));

    /// <summary>Comments in this thread or by this author, newest first, at most <see cref="SubmitOptions.RecentLimit"/>.</summary>
    public async Task<IReadOnlyList<RecentComment>> FindAsync(string articleId, string? authorKey)
    {
        if (options.RecentLimit == 0) return [];
        // Both are begun before either is waited for.
        var (inThread, byAuthor) = (_threads.Get(articleId), authorKey is null ? null : _authors.Get(authorKey));
        try
        {
            await inThread.Loaded;
            if (byAuthor is not null) await byAuthor.Loaded;
        }
        catch
        {
            // The next one tries again.
            _threads.Forget(articleId);
            if (authorKey is not null) _authors.Forget(authorKey);
            throw;
        }

        return Merge(inThread.Latest(), byAuthor?.Latest() ?? [], articleId, authorKey);
    }

    /// <summary>Takes note of a comment that was stored.</summary>
    public void Add(FingerprintEntry entry)
    {
        _threads.Find(entry.ArticleId)?.Add(entry);
        if (entry.AuthorKey is not null) _authors.Find(entry.AuthorKey)?.Add(entry);
    }

    private List<RecentComment> Merge(FingerprintEntry[] inThread, FingerprintEntry[] byAuthor, string articleId, string? authorKey)
    {
        var merged = new List<RecentComment>(Math.Min(options.RecentLimit, inThread.Length + byAuthor.Length));
        var (thread, author) = (inThread.Length - 1, byAuthor.Length - 1);
        while (merged.Count < options.RecentLimit)
        {
            // Those under this article are among the thread's.
            while (author >= 0 && byAuthor[author].ArticleId == articleId) author--;
            if (thread < 0 && author < 0) break;
            if (author < 0 || (thread >= 0 && inThread[thread].At >= byAuthor[author].At))
            {
                var entry = inThread[thread--];
                merged.Add(new(entry.Fingerprint, authorKey is not null && entry.AuthorKey == authorKey, SameThread: true));
            }
            else
            {
                merged.Add(new(byAuthor[author--].Fingerprint, SameAuthor: true, SameThread: false));
            }
        }

        return merged;
    }
}
