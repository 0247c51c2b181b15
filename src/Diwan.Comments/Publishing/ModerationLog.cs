using Diwan.Comments.Reviewing;

namespace Diwan.Comments.Publishing;

/// <summary>What the house did with comments, in numbers alone: no text, no name, nothing of anybody's. Every number can be counted again in the exported ledger.</summary>
/// <param name="LedgerSize">Entries of the ledger at the moment of counting: the numbers are those of its first so many entries.</param>
/// <param name="Received">Comments received.</param>
/// <param name="Decisions">Decisions by month, outcome, who decided and guideline; those that were never made are absent.</param>
/// <param name="Appeals">Appeals made.</param>
/// <param name="Upheld">Appeals after which the rejection stood.</param>
/// <param name="Overturned">Appeals after which the comment was published.</param>
/// <param name="MedianWait">Half of all comments that a person decided first waited no longer; null when there is none.</param>
public sealed record ModerationLog(
    long LedgerSize, int Received, IReadOnlyList<DecisionCount> Decisions, int Appeals, int Upheld, int Overturned, TimeSpan? MedianWait)
{
    /// <summary>Decisions with an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="by">Who decided; null for all.</param>
    public int Count(DecisionOutcome outcome, DecidedBy? by = null) =>
        Decisions.Where(count => count.Outcome == outcome && (by is null || count.DecidedBy == by)).Sum(count => count.Count);

    /// <summary>Rejections by guideline, most frequent first.</summary>
    public IReadOnlyList<(string Guideline, int ByPerson, int ByRule)> Guidelines =>
        [.. Decisions.Where(count => count is { Outcome: DecisionOutcome.Rejected, Guideline: not null })
            .GroupBy(count => count.Guideline!)
            .Select(group => (
                group.Key,
                group.Where(count => count.DecidedBy is DecidedBy.Moderator).Sum(count => count.Count),
                group.Where(count => count.DecidedBy is DecidedBy.Rule).Sum(count => count.Count)))
            .OrderByDescending(row => row.Item2 + row.Item3).ThenBy(row => row.Key, StringComparer.Ordinal)];
}

/// <summary>How often something was decided.</summary>
/// <param name="Month">Year and month in UTC, such as <c>2026-11</c>.</param>
/// <param name="Outcome">What came out.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Guideline">The guideline a rejection cites; null otherwise.</param>
/// <param name="Count">How often.</param>
public sealed record DecisionCount(string Month, DecisionOutcome Outcome, DecidedBy DecidedBy, string? Guideline, int Count);
