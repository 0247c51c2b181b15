using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>A stretch of the author's own text that a score rests on.</summary>
/// <param name="Attribute">The attribute it speaks for.</param>
/// <param name="Span">UTF-16 offsets into the original text.</param>
/// <param name="Score">0 to 1: how much of the score rests on it.</param>
public readonly record struct ScoredSpan(string Attribute, TextSpan Span, double Score);
