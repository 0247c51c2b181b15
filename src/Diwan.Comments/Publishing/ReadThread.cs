using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Publishing;

/// <summary>A reader opens the comments under an article: approved ones alone, each under the one it answers.</summary>
public sealed class ReadThread(ICommentStore comments)
{
    /// <summary>First-level comments on a page.</summary>
    public const int RootsPerPage = 20;

    /// <summary>Replies shown under one first-level comment at most.</summary>
    public const int RepliesPerRoot = 500;

    /// <summary>One page of the thread.</summary>
    /// <exception cref="CursorException">The cursor was not given out for this thread and order.</exception>
    public Task<Conversation> RunAsync(string articleId, ThreadSort sort, string? after, CancellationToken ct = default) =>
        RunAsync(articleId, sort, after, RootsPerPage, RepliesPerRoot, ct);

    internal async Task<Conversation> RunAsync(string articleId, ThreadSort sort, string? after, int roots, int replies, CancellationToken ct)
    {
        var page = await comments.TreeAsync(new(articleId, sort, after, roots), replies, ct);
        var counts = await comments.CountsAsync([articleId], ct);
        return new(Grow(page.Comments), counts.GetValueOrDefault(articleId), page.Next);
    }

    // Reading order and depth are enough to find each one's place: a parent that is not shown hands its replies to its own parent.
    private static List<ThreadNode> Grow(IReadOnlyList<Comment> inReadingOrder)
    {
        var roots = new List<ThreadNode>();
        var above = new Stack<ThreadNode>();
        foreach (var comment in inReadingOrder)
        {
            while (above.TryPeek(out var last) && (last.Comment.Depth >= comment.Depth || last.Comment.RootId != comment.RootId)) above.Pop();
            var node = new ThreadNode(comment, above.TryPeek(out var parent) && parent.Comment.Id == comment.ParentId ? parent.Comment : null);
            (above.TryPeek(out var under) ? under.Replies : roots).Add(node);
            above.Push(node);
        }

        return roots;
    }
}
