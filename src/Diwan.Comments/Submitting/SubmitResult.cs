using Diwan.Comments.Ledger;

namespace Diwan.Comments.Submitting;

/// <summary>What came of a submission. Everything a reader can cause is a case here; exceptions are bugs and outages.</summary>
public abstract record SubmitResult
{
    /// <summary>Stored and durable (now, or earlier under the same idempotency key: <paramref name="IsReplay"/>).</summary>
    /// <param name="Comment">As it stands now.</param>
    /// <param name="Receipt">For its author alone.</param>
    /// <param name="IsReplay">True when it was taken in before.</param>
    /// <param name="Place">Its place in the ledger; null in a replay.</param>
    public sealed record Accepted(Comment Comment, string Receipt, bool IsReplay, LedgerPlace? Place) : SubmitResult;

    /// <summary>Not taken in; every bad field is named.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : SubmitResult;
}
