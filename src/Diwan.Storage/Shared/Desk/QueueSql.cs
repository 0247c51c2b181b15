using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Comments;
using Diwan.Storage.Shared.Reading;

namespace Diwan.Storage.Shared.Desk;

/// <summary>Puts together the statement for one page of a queue; each form walks an index of its own.</summary>
internal static class QueueSql
{
    /// <summary>The statement. Parameters: <c>@article @rank @at @id @limit</c>. Columns: the comment's, its risk and the time it is ordered by.</summary>
    public static string Page(QueueKind queue, QueueOrder order, bool ofArticle)
    {
        var (rows, at) = queue switch
        {
            QueueKind.Pending => ("c.status = 1", "c.at"),
            QueueKind.Approved => ("c.status = 2", "c.at"),
            QueueKind.Rejected => ("c.status = 3", "c.at"),
            QueueKind.Reported => ("c.status = 2 AND c.reported_at IS NOT NULL", "c.reported_at"),
            _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, null),
        };
        var (range, sorted) = order switch
        {
            QueueOrder.Oldest => ($"({at}, c.id) > (@at, @id)", $"{at}, c.id"),
            QueueOrder.Newest => ($"({at}, c.id) < (@at, @id)", $"{at} DESC, c.id DESC"),
            QueueOrder.Risk => ($"(c.risk, {at}, c.id) > (@rank, @at, @id)", $"c.risk, {at}, c.id"),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
        };
        var article = ofArticle ? "c.article_id = @article AND " : "";
        return $"SELECT {CommentSql.Columns}, c.risk, {at} FROM comments c WHERE {article}{rows} AND {range} ORDER BY {sorted} LIMIT @limit";
    }

    /// <summary>Where a first page begins.</summary>
    public static Position Start(QueueOrder order) => order is QueueOrder.Newest ? Position.Highest : Position.Lowest;
}
