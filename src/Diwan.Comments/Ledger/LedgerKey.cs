namespace Diwan.Comments.Ledger;

/// <summary>A key of the ledger as it is stored.</summary>
/// <param name="Number">From 1, in the order they came.</param>
/// <param name="Verifier">Its public half.</param>
/// <param name="Cause"><c>first</c>, <c>rotated</c> or <c>lost</c>: why it came.</param>
/// <param name="At">When it began.</param>
public sealed record LedgerKey(int Number, VerifierKey Verifier, string Cause, DateTimeOffset At);
