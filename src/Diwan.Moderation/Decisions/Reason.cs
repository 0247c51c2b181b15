using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Decisions;

/// <summary>Why: a guideline, the rule that cites it, and the signal it rests on. Stored as offsets, never as quotes.</summary>
/// <param name="Guideline">Code of the guideline; null when the cause is technical (something could not be measured).</param>
/// <param name="Rule">Id of the rule that fired.</param>
/// <param name="Asks">What that rule asks for.</param>
/// <param name="Signal">The measured fact it rests on.</param>
public sealed record Reason(string? Guideline, string Rule, Outcome Asks, Signal Signal);
