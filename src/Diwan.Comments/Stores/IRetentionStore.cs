using Diwan.Comments.Submitting;

namespace Diwan.Comments.Stores;

/// <summary>Finds what has been kept long enough, and drops what hangs on comments without being one. A dry run counts and drops nothing.</summary>
public interface IRetentionStore
{
    /// <summary>Ids of comments in this status since before a moment and under no legal hold, in the order of their ids.</summary>
    /// <param name="status">The status.</param>
    /// <param name="before">The moment of the decision that led to it.</param>
    /// <param name="after">The last id of the page before; empty for the first.</param>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<string>> CommentsAsync(CommentStatus status, DateTimeOffset before, string after, int limit, CancellationToken ct = default);

    /// <summary>Reader keys, fingerprints and idempotency keys of comments received before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> DropTracesAsync(DateTimeOffset before, bool isDryRun, CancellationToken ct = default);

    /// <summary>Addresses asked before a moment and not confirmed since, wherever they are stored.</summary>
    /// <returns>How many.</returns>
    Task<int> DropUnconfirmedAsync(DateTimeOffset before, bool isDryRun, CancellationToken ct = default);

    /// <summary>Addresses given with comments received before a moment; one that no comment has any more is forgotten whole.</summary>
    /// <returns>On how many comments.</returns>
    Task<int> DropAddressesAsync(DateTimeOffset before, bool isDryRun, CancellationToken ct = default);
}
