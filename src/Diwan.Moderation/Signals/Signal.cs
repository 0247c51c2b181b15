using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals;

/// <summary>One measured fact about a submission, with no opinion. What follows from it is the policy's business.</summary>
/// <param name="Attribute">What it speaks of: one of <see cref="Attributes"/>.</param>
/// <param name="Score">0 to 1: how sure (classifier) or how strong (lexicon severity).</param>
/// <param name="Detector">Who measured: <c>lexicon</c>, <c>classifier</c>, <c>promotion</c>, <c>repetition</c>, ….</param>
/// <param name="Field">Which part of the comment was measured.</param>
/// <param name="Evidence">The author's own words it rests on, as UTF-16 offsets into that field; null when it rests on the whole.</param>
/// <param name="Detail">A machine-readable remark for the desk (the lexicon term's id, the kind of contact); never the author's text.</param>
public sealed record Signal(
    string Attribute, double Score, string Detector,
    TextField Field = TextField.Text, TextSpan? Evidence = null, string? Detail = null);
