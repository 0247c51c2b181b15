using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Stores;

/// <summary>Keeps what the desk works on: queues, claims, reports.</summary>
public interface IDeskStore
{
    /// <summary>A page of a queue.</summary>
    Task<QueuePage> QueueAsync(QueueQuery query, CancellationToken ct = default);

    /// <summary>How many comments wait in each queue.</summary>
    Task<QueueCounts> CountsAsync(CancellationToken ct = default);

    /// <summary>Approved and rejected comments of the author of this comment, this one left out.</summary>
    Task<AuthorRecord> AuthorRecordAsync(string commentId, CancellationToken ct = default);

    /// <summary>Says that <paramref name="accountId"/> looks at a comment until <paramref name="until"/>, unless another account already does.</summary>
    /// <returns>The account that holds the claim now: <paramref name="accountId"/> itself, or the other.</returns>
    Task<string> ClaimAsync(string commentId, string accountId, DateTimeOffset now, DateTimeOffset until, CancellationToken ct = default);

    /// <summary>Ends a claim if <paramref name="accountId"/> holds it.</summary>
    Task ReleaseAsync(string commentId, string accountId, CancellationToken ct = default);

    /// <summary>Stores a reader's report. False when the same reporter has reported this comment before; nothing is stored then.</summary>
    Task<bool> AddReportAsync(Report report, CancellationToken ct = default);

    /// <summary>Reports of a comment that nobody has dealt with, oldest first.</summary>
    Task<IReadOnlyList<Report>> OpenReportsAsync(string commentId, CancellationToken ct = default);

    /// <summary>Whether a comment was reported before a moment.</summary>
    Task<bool> WasReportedAsync(string commentId, DateTimeOffset before, CancellationToken ct = default);

    /// <summary>Marks all open reports of a comment as dealt with by an account (the comment stays as it is); the number closed.</summary>
    Task<int> DismissReportsAsync(string commentId, string accountId, DateTimeOffset at, CancellationToken ct = default);
}

/// <summary>Which comments are wanted at the desk.</summary>
/// <param name="Queue">Which list.</param>
/// <param name="Order">In what order.</param>
/// <param name="After">Cursor; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="ArticleId">Only comments under this article; null for all.</param>
public sealed record QueueQuery(QueueKind Queue, QueueOrder Order, string? After = null, int Limit = 50, string? ArticleId = null);

/// <summary>The lists of the desk.</summary>
public enum QueueKind
{
    /// <summary>Comments that wait for a decision.</summary>
    Pending,

    /// <summary>Published comments with open reports.</summary>
    Reported,

    /// <summary>Approved comments.</summary>
    Approved,

    /// <summary>Rejected comments.</summary>
    Rejected,
}

/// <summary>The order of a queue.</summary>
public enum QueueOrder
{
    /// <summary>Longest waiting first.</summary>
    Oldest,

    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Recommended for rejection first, then held ones, then the rest; each longest waiting first.</summary>
    Risk,
}

/// <summary>A page of a queue.</summary>
/// <param name="Comments">In the order asked for.</param>
/// <param name="Next">Cursor of the next page; null when this is the last.</param>
public sealed record QueuePage(IReadOnlyList<Comment> Comments, string? Next);

/// <summary>How many comments wait.</summary>
public sealed record QueueCounts(int Pending, int Reported, int Appealed);

/// <summary>What became of an author's other comments.</summary>
public sealed record AuthorRecord(int Approved, int Rejected);
