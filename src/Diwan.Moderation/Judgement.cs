using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Text;

namespace Diwan.Moderation;

/// <summary>Everything the engine found out about one submission.</summary>
/// <param name="Language">What language the text was taken to be in.</param>
/// <param name="Signals">All measured facts, in the order of the detectors.</param>
/// <param name="Recommendation">What the policy makes of them.</param>
/// <param name="PolicyVersion">The policy it was judged by.</param>
/// <param name="ModelVersion">The classifier that took part; <c>none</c> when there was none.</param>
/// <param name="Fingerprint">For finding near-copies later; destroyed with the comment on erasure.</param>
public sealed record Judgement(
    IdentifiedLanguage Language, IReadOnlyList<Signal> Signals, Recommendation Recommendation,
    string PolicyVersion, string ModelVersion, ulong Fingerprint);
