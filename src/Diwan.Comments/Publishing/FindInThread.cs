using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Publishing;

/// <summary>Finds where in its thread, newest first, a published comment stands now.</summary>
public sealed class FindInThread(ICommentStore comments, ReadThread threads)
{
    /// <summary>Replies shown at most where one first-level comment is read alone.</summary>
    public const int RepliesOfBranch = 5_000;

    // Long strides first, then pages: a hundred thousand first-level comments are a thousand strides.
    private const int Stride = 100;
    private const int MaxStrides = 1_000;

    /// <summary>The page where it stands.</summary>
    public async Task<FoundPage> PageAsync(Comment comment, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(comment);
        if (await StrideAsync(comment, ct) is not var (after, place)) return new(null, NeedsBranch: false);
        for (; place >= ReadThread.RootsPerPage; place -= ReadThread.RootsPerPage) after = (await RootsAsync(comment, after, ReadThread.RootsPerPage, ct)).Next;
        var isLong = comment.Depth > 0 && await comments.FindAsync(comment.RootId, ct) is { Replies: > ReadThread.RepliesPerRoot / 2 };
        return new(after, isLong && !Holds((await threads.RunAsync(comment.ArticleId, ThreadSort.Newest, after, ct)).Roots, comment.Id));
    }

    /// <summary>The first-level comment it descends from, alone, with all its replies; null when it is not in the thread.</summary>
    public async Task<Conversation?> BranchAsync(Comment comment, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(comment);
        if (await StrideAsync(comment, ct) is not var (after, place)) return null;
        if (place > 0) after = (await RootsAsync(comment, after, place, ct)).Next;
        return await threads.RunAsync(comment.ArticleId, ThreadSort.Newest, after, 1, RepliesOfBranch, ct) with { Next = null };
    }

    // A cursor not far before it, and how many first-level comments stand between.
    private async Task<(string? After, int Place)?> StrideAsync(Comment comment, CancellationToken ct)
    {
        string? after = null;
        for (var stride = 0; stride < MaxStrides; stride++)
        {
            var read = await RootsAsync(comment, after, Stride, ct);
            for (var place = 0; place < read.Comments.Count; place++)
            {
                if (read.Comments[place].Id == comment.RootId) return (after, place);
            }

            if (read.Next is null) return null;
            after = read.Next;
        }

        return null;
    }

    private Task<ThreadPage> RootsAsync(Comment comment, string? after, int limit, CancellationToken ct) =>
        comments.TreeAsync(new(comment.ArticleId, ThreadSort.Newest, after, limit), 0, ct);

    private static bool Holds(IEnumerable<ThreadNode> nodes, string id) => nodes.Any(node => node.Comment.Id == id || Holds(node.Replies, id));
}

/// <summary>Where a comment stands.</summary>
/// <param name="After">Cursor of the page; null for the first.</param>
/// <param name="NeedsBranch">True when more replies stand before it than a page shows: it is read in its branch alone.</param>
public sealed record FoundPage(string? After, bool NeedsBranch);
