namespace Diwan.Comments.Ledger;

/// <summary>Where a comment stands in the ledger: what its author gets in the very answer to a submission, enough to catch whoever writes another history later.</summary>
/// <param name="Index">Place, from 0.</param>
/// <param name="Key">Key of its leaf.</param>
/// <param name="Checkpoint">A signed checkpoint that covers it.</param>
public sealed record LedgerPlace(long Index, byte[] Key, string Checkpoint);
