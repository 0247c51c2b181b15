using Diwan.Comments.Ledger;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>Appends to the ledger within the transaction of what is recorded; the tree over it grows when the group is committed.</summary>
internal static class LedgerWriter
{
    /// <summary>Appends an entry.</summary>
    /// <param name="session">The writer's, inside a transaction.</param>
    /// <param name="kind">What it records.</param>
    /// <param name="reference">Id or number of the row it records.</param>
    /// <param name="record">Its canonical bytes.</param>
    /// <param name="key">Key of the leaf; null for a new one.</param>
    /// <returns>Its place.</returns>
    public static long Append(Session session, LedgerKind kind, string reference, byte[] record, byte[]? key = null)
    {
        var index = session.NextEntry();
        key ??= Leaf.NewKey();
        session.AppendEntry(new(index, kind, reference, key, Leaf.Of(index, key, record)));
        return index;
    }
}
