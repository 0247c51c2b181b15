namespace Diwan.Server.Desk.Api;

/// <summary>The appeals that wait, longest waiting first.</summary>
public sealed record AppealsJson(IReadOnlyList<AppealJson> Items);

/// <summary>An appeal with what deciding on it needs.</summary>
/// <param name="Id">The appeal.</param>
/// <param name="CommentId">The rejected comment.</param>
/// <param name="Author">Its author's name, exactly as received.</param>
/// <param name="Text">Its text, exactly as received.</param>
/// <param name="Guideline">The guideline the rejection cites.</param>
/// <param name="RejectedBy">The account that rejected; null when a rule did.</param>
/// <param name="Appeal">The author's words; empty when there were none.</param>
/// <param name="At">When the appeal was made.</param>
/// <param name="MayDecide">Whether the caller may decide it now.</param>
/// <param name="From">On a desk of one: from when on who rejected may decide.</param>
public sealed record AppealJson(
    string Id, string CommentId, string Author, string Text, string Guideline, string? RejectedBy, string Appeal, DateTimeOffset At, bool MayDecide,
    DateTimeOffset? From);

/// <summary>A decision on an appeal as sent: <c>overturn</c> or <c>uphold</c>, and why, for the author.</summary>
public sealed record AppealDecisionJson(string? Outcome, string? Reason);

/// <summary>What came of an appeal.</summary>
public sealed record AppealDecidedJson(string Id, string CommentId, string Outcome, bool SamePerson);

/// <summary>Beginning or ending a legal hold.</summary>
public sealed record HoldRequestJson(bool? Held);
