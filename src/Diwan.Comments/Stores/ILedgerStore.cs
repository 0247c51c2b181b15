using Diwan.Comments.Ledger;

namespace Diwan.Comments.Stores;

/// <summary>Reads the ledger. Writing to it is part of each transaction that it records; nothing else can.</summary>
public interface ILedgerStore
{
    /// <summary>The newest signed checkpoint; null while the ledger is empty.</summary>
    Task<SignedCheckpoint?> LatestAsync(CancellationToken ct = default);

    /// <summary>Checkpoints that are kept: one in 256 entries, and the newest.</summary>
    Task<IReadOnlyList<SignedCheckpoint>> CheckpointsAsync(CancellationToken ct = default);

    /// <summary>Every key the ledger was signed with, oldest first.</summary>
    Task<IReadOnlyList<LedgerKey>> KeysAsync(CancellationToken ct = default);

    /// <summary>Entries from a place on, with the records rebuilt from what is stored now.</summary>
    /// <param name="from">First place.</param>
    /// <param name="limit">1 to 4,096.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LedgerEntry>> EntriesAsync(long from, int limit, CancellationToken ct = default);

    /// <summary>The entry of a comment's submission; null when there is no such comment.</summary>
    Task<LedgerEntry?> OfCommentAsync(string commentId, CancellationToken ct = default);

    /// <summary>Where a comment's submission stands, with the newest checkpoint: one read, and nothing rebuilt. Null when there is no such comment or it was erased.</summary>
    Task<LedgerPlace?> PlaceOfCommentAsync(string commentId, CancellationToken ct = default);

    /// <summary>Proves an entry to be in the tree of a size.</summary>
    Task<IReadOnlyList<byte[]>> ProveInclusionAsync(long index, long size, CancellationToken ct = default);

    /// <summary>Proves an older tree to be the beginning of a newer one.</summary>
    Task<IReadOnlyList<byte[]>> ProveConsistencyAsync(long older, long newer, CancellationToken ct = default);

    /// <summary>Hashes of a tile (C2SP tlog-tiles), one after the other; null when the ledger does not reach so far.</summary>
    /// <param name="level">0 for the hashes of entries.</param>
    /// <param name="index">Which tile of that level.</param>
    /// <param name="width">1 to 256 hashes.</param>
    /// <param name="ct">Cancels.</param>
    Task<byte[]?> TileAsync(int level, long index, int width, CancellationToken ct = default);

    /// <summary>The leaves of an entry bundle (C2SP tlog-tiles), each after its length in two bytes; null when the ledger does not reach so far.</summary>
    Task<byte[]?> BundleAsync(long index, int width, CancellationToken ct = default);

    /// <summary>Rows of comments, decisions, appeals and policies that no entry speaks of: put in past the ledger.</summary>
    Task<IReadOnlyList<string>> StraysAsync(CancellationToken ct = default);

    /// <summary>Hashes of full tiles as they are kept, from a tile on; to be compared with the leaves.</summary>
    Task<IReadOnlyList<LedgerTile>> TilesAsync(int level, long from, int limit, CancellationToken ct = default);

    /// <summary>Notes that a version of the model judges from now on, unless it is the last one noted.</summary>
    Task NoteModelAsync(string version, DateTimeOffset at, CancellationToken ct = default);

    /// <summary>Makes a new signing key; from the next commit on, it signs.</summary>
    /// <param name="isLost">True when the old key is gone and cannot sign the change.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Cancels.</param>
    Task<LedgerKey> RotateAsync(bool isLost, DateTimeOffset at, CancellationToken ct = default);
}
