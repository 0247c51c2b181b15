using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Server.Live;

/// <summary>The newest comments of a thread at one moment, to tell what has changed since another.</summary>
/// <param name="Comments">Newest first, <see cref="Size"/> at most.</param>
/// <param name="Count">Approved comments in the whole thread.</param>
internal sealed record ThreadWindow(IReadOnlyList<Comment> Comments, int Count)
{
    /// <summary>Comments looked at: what a busy thread gets in minutes, read in one query.</summary>
    public const int Size = 100;

    private readonly HashSet<string> _ids = [.. Comments.Select(comment => comment.Id)];

    /// <summary>Reads it: two queries, however many follow the thread.</summary>
    public static async Task<ThreadWindow> ReadAsync(ICommentStore comments, string articleId)
    {
        var page = await comments.PageAsync(new(articleId, ThreadSort.Newest, Limit: Size));
        var counts = await comments.CountsAsync([articleId]);
        return new(page.Comments, counts.GetValueOrDefault(articleId));
    }

    /// <summary>Comments that are in this window and not in another, as far as the other reaches back: further back, nobody can tell. Oldest first.</summary>
    public IEnumerable<Comment> NotIn(ThreadWindow other) =>
        Comments.Where(comment => !other._ids.Contains(comment.Id) && other.Reaches(comment)).Reverse();

    private bool Reaches(Comment comment) =>
        Comments.Count < Size || (comment.At, comment.Id).CompareTo((Comments[^1].At, Comments[^1].Id)) > 0;
}
