namespace Diwan.Moderation.Policy;

/// <summary>A condition over signals that cites a guideline: when a signal of this attribute (and detector) scores at least so much, recommend so.</summary>
/// <param name="Id">Unique within the policy; stored with decisions.</param>
/// <param name="Guideline">Code of the guideline it cites; null only for rules that hold or approve, since neither says that a guideline was broken.</param>
/// <param name="Attribute">The attribute its signals must have: one of <see cref="Signals.Attributes"/>.</param>
/// <param name="Detector">Only signals of this detector; null for any.</param>
/// <param name="AtLeast">Least score that fires it, 0 to 1.</param>
/// <param name="Recommend">What it asks for.</param>
/// <param name="Decides">True when software may decide on this rule without a person. The default policy has none.</param>
public sealed record Rule(
    string Id, string? Guideline, string Attribute, string? Detector, double AtLeast,
    Decisions.Outcome Recommend, bool Decides = false);
