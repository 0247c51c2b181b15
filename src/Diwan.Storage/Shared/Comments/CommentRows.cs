using System.Globalization;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Diwan.Moderation.Decisions;

namespace Diwan.Storage.Shared.Comments;

/// <summary>How rows become comments and decisions, and the other way.</summary>
internal static class CommentRows
{
    /// <summary>A comment, from <see cref="CommentSql.Columns"/>.</summary>
    public static Comment Comment(Row row) => new()
    {
        Id = row.Text(0),
        ArticleId = row.Text(1),
        ParentId = row.TextOrNull(2),
        RootId = row.Text(3),
        Depth = row.Count(4),
        Author = row.Text(5),
        Text = row.Text(6),
        Hash = row.Text(7),
        At = row.Time(8),
        Language = row.Text(9),
        Status = (CommentStatus)row.Number(10),
        Version = row.Count(11),
        Replies = row.Count(12),
        Badge = (Badge)row.Number(13),
    };

    /// <summary>A comment as readers may see it: whole when approved, else a tombstone that gives nothing away.</summary>
    public static Comment Shown(Row row)
    {
        var comment = Comment(row);
        return comment.Status is CommentStatus.Approved ? comment : comment with { Author = "", Text = "", Hash = "", Badge = Badge.None };
    }

    /// <summary>A decision, from <see cref="CommentSql.Decisions"/>.</summary>
    public static Decision Decision(Row row) => new()
    {
        Id = row.Text(0),
        CommentId = row.Text(1),
        Version = row.Count(2),
        Outcome = (DecisionOutcome)row.Number(3),
        Guideline = row.TextOrNull(4),
        Reasons = StoredJson.Read(row.Text(5), StoredJson.Reasons),
        DecidedBy = (DecidedBy)row.Number(6),
        AccountId = row.TextOrNull(7),
        Note = row.TextOrNull(8),
        PolicyVersion = row.Text(9),
        ModelVersion = row.Text(10),
        At = row.Time(11),
    };

    /// <summary>What is kept to find near-copies, from <see cref="CommentSql.RecentInThread"/>.</summary>
    public static FingerprintEntry Fingerprint(Row row) => new(row.Text(0), row.Text(1), row.TextOrNull(2), row.Time(3), unchecked((ulong)row.Number(4)));

    /// <summary>A comment's own part of the reading order. Sixteen digits hold every tick; ids set apart what came at one moment.</summary>
    public static string PathSegment(Comment comment) =>
        comment.ParentId is null ? "" : comment.At.UtcTicks.ToString("x16", CultureInfo.InvariantCulture) + comment.Id;

    /// <summary>Where the desk's order of risk puts a recommendation: rejections first, then holds.</summary>
    public static long Risk(Judgement judgement) => judgement.Recommendation.Outcome switch
    {
        Outcome.Reject => 0,
        Outcome.Hold => 1,
        _ => 2,
    };
}
