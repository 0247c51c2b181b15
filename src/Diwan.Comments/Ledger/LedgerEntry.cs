namespace Diwan.Comments.Ledger;

/// <summary>One entry of the ledger with what it records, as the store holds both now.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Kind">What it records.</param>
/// <param name="Ref">Id or number of the row it records.</param>
/// <param name="Key">Key of the leaf; null after erasure.</param>
/// <param name="Leaf">The leaf, which anybody may see.</param>
/// <param name="Record">The record rebuilt from the row; null when the row is gone or was erased.</param>
public sealed record LedgerEntry(long Index, LedgerKind Kind, string Ref, byte[]? Key, byte[] Leaf, byte[]? Record)
{
    /// <summary>True when the row was erased on request, which the ledger records in a later entry.</summary>
    public bool IsErased { get; init; }
}
