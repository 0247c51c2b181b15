namespace Diwan.Comments.Submitting;

/// <summary>What came of a submission. Everything a reader can cause is a case here; exceptions are bugs and outages.</summary>
public abstract record SubmitResult
{
    /// <summary>Stored and durable (now, or earlier under the same idempotency key: <paramref name="IsReplay"/>).</summary>
    public sealed record Accepted(Comment Comment, string Receipt, bool IsReplay) : SubmitResult;

    /// <summary>Not taken in; every bad field is named.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : SubmitResult;
}
