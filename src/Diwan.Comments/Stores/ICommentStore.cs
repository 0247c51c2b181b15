using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation;

namespace Diwan.Comments.Stores;

/// <summary>Keeps comments, their judgements and their decisions. Nothing here changes a text.</summary>
public interface ICommentStore
{
    /// <summary>Stores a comment with its judgement and first decision in one transaction, if its thread is open and its idempotency key new; returns after it is durable.</summary>
    Task<AddResult> AddAsync(NewComment comment, CancellationToken ct = default);

    /// <summary>The comment an idempotency key was used for under an article; null when the key is new.</summary>
    Task<KnownKey?> FindKeyAsync(string articleId, string key, CancellationToken ct = default);

    /// <summary>The comment with this id; null when there is none.</summary>
    Task<Comment?> FindAsync(string commentId, CancellationToken ct = default);

    /// <summary>The comment whose receipt has this hash; null when there is none.</summary>
    Task<Comment?> FindByReceiptAsync(string receiptHash, CancellationToken ct = default);

    /// <summary>Fingerprints of comments received since <paramref name="since"/> in this thread, newest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<FingerprintEntry>> RecentInThreadAsync(string articleId, DateTimeOffset since, int limit, CancellationToken ct = default);

    /// <summary>Fingerprints of comments received since <paramref name="since"/> from this author, newest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<FingerprintEntry>> RecentByAuthorAsync(string authorKey, DateTimeOffset since, int limit, CancellationToken ct = default);

    /// <summary>What the engine found out about a comment; null when there is no such comment or it was erased.</summary>
    Task<Judgement?> JudgementAsync(string commentId, CancellationToken ct = default);

    /// <summary>All decisions of a comment, oldest first.</summary>
    Task<IReadOnlyList<Decision>> DecisionsAsync(string commentId, CancellationToken ct = default);

    /// <summary>Appends a decision and moves the comment to <paramref name="status"/>, if it still is at version <c>decision.Version - 1</c>;
    /// keeps reply counts true and records the change of the thread, in one transaction; returns after it is durable.</summary>
    /// <returns>False when the comment has moved on meanwhile; nothing was stored then.</returns>
    Task<bool> AppendAsync(Decision decision, CommentStatus status, CancellationToken ct = default);

    /// <summary>A page of the approved comments of an article, flat.</summary>
    Task<ThreadPage> PageAsync(ThreadQuery query, CancellationToken ct = default);

    /// <summary>First-level comments of an article in the query's order, each followed by its approved descendants, oldest first, in reading order.
    /// A comment that is no longer approved but has approved descendants is there too, as a tombstone without author, text and hash.</summary>
    /// <param name="query">Its limit counts first-level comments.</param>
    /// <param name="repliesPerRoot">At most so many descendants each.</param>
    /// <param name="ct">Cancels.</param>
    Task<ThreadPage> TreeAsync(ThreadQuery query, int repliesPerRoot, CancellationToken ct = default);

    /// <summary>The newest approved comments of the whole site. <paramref name="limit"/> 1 to 100.</summary>
    Task<IReadOnlyList<Comment>> LatestAsync(int limit, CancellationToken ct = default);

    /// <summary>Approved comments per article id; articles without any are absent.</summary>
    Task<IReadOnlyDictionary<string, int>> CountsAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct = default);
}

/// <summary>What an idempotency key was used for.</summary>
/// <param name="CommentId">The comment it made.</param>
/// <param name="BodyHash">See <see cref="IdempotencyKey.BodyHash"/>.</param>
public sealed record KnownKey(string CommentId, string BodyHash);
