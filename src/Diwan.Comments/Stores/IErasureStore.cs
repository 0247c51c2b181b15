namespace Diwan.Comments.Stores;

/// <summary>What erasing needs besides the comment itself: the list that outlives a restored backup, legal holds, and the disk.</summary>
public interface IErasureStore
{
    /// <summary>Puts a comment or an address on the list of erasures, durable before the erasure itself, so that a restored backup can be erased again.</summary>
    Task NoteAsync(string subject, DateTimeOffset at, CancellationToken ct = default);

    /// <summary>Everything on the list, oldest first.</summary>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken ct = default);

    /// <summary>Overwrites on disk what was erased: nothing of it is left in the database file or its log.</summary>
    /// <returns>False when a long read kept part of the log in use; calling again later is right.</returns>
    Task<bool> ScrubAsync(CancellationToken ct = default);

    /// <summary>Whether a comment may not be erased now.</summary>
    Task<bool> IsHeldAsync(string commentId, CancellationToken ct = default);

    /// <summary>Begins or ends a legal hold.</summary>
    Task SetHoldAsync(string commentId, string accountId, bool isHeld, DateTimeOffset at, CancellationToken ct = default);
}
