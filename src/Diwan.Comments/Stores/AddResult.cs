using Diwan.Comments.Ledger;

namespace Diwan.Comments.Stores;

/// <summary>What came of storing a comment.</summary>
public abstract record AddResult
{
    /// <summary>Stored and durable, at this place of the ledger.</summary>
    public sealed record Added(LedgerPlace Place) : AddResult;

    /// <summary>The idempotency key was used before under this article; nothing was stored.</summary>
    public sealed record KeyKnown : AddResult;

    /// <summary>The thread takes no comments; nothing was stored.</summary>
    public sealed record ThreadClosed : AddResult;
}
