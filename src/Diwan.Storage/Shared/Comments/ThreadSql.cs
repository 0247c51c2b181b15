using Diwan.Comments.Publishing;
using Diwan.Storage.Shared.Reading;

namespace Diwan.Storage.Shared.Comments;

/// <summary>Puts together the statement for one page of a thread: the cursor's place is a range of the index, never a number of rows to skip.</summary>
internal static class ThreadSql
{
    private const string Flat = "c.status = 2";
    private const string Roots = "c.depth = 0 AND c.is_shown = 1";

    /// <summary>The statement. Parameters: <c>@article @rank @at @id @limit</c>.</summary>
    public static string Page(ThreadSort sort, bool rootsOnly)
    {
        var shown = rootsOnly ? Roots : Flat;
        var (range, order) = sort switch
        {
            ThreadSort.Newest => ("(c.at, c.id) < (@at, @id)", "c.at DESC, c.id DESC"),
            ThreadSort.Oldest => ("(c.at, c.id) > (@at, @id)", "c.at, c.id"),
            ThreadSort.Replies => ("(c.replies, c.at, c.id) < (@rank, @at, @id)", "c.replies DESC, c.at DESC, c.id DESC"),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        };
        return $"SELECT {CommentSql.Columns} FROM comments c WHERE c.article_id = @article AND {shown} AND {range} ORDER BY {order} LIMIT @limit";
    }

    /// <summary>Where a first page begins.</summary>
    public static Position Start(ThreadSort sort) => sort is ThreadSort.Oldest ? Position.Lowest : Position.Highest;

    /// <summary>The place of a comment in that order.</summary>
    public static Position PositionOf(Diwan.Comments.Submitting.Comment comment, ThreadSort sort) =>
        new(sort is ThreadSort.Replies ? comment.Replies : 0, comment.At.UtcTicks, comment.Id);
}
