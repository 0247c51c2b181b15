namespace Diwan.Moderation.Decisions;

/// <summary>What the policy says of one submission, with every reason and not the first alone.</summary>
/// <param name="Outcome">The whole answer.</param>
/// <param name="Reasons">All rules that fired, the weightiest first; empty for a plain approval.</param>
/// <param name="Decides">True when the policy lets software decide so; else a person does.</param>
public sealed record Recommendation(Outcome Outcome, IReadOnlyList<Reason> Reasons, bool Decides);
