using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals;

/// <summary>What every detector is given: one submission, folded once.</summary>
/// <param name="Submission">As it came.</param>
/// <param name="Text">The comment's text, folded, with the way back to the author's characters. Not to be kept: it may be borrowed.</param>
/// <param name="Author">The author's name, folded likewise.</param>
/// <param name="Language">What language the text was taken to be in.</param>
public sealed record DetectionSubject(
    Submission Submission, NormalizedText Text, NormalizedText Author, IdentifiedLanguage Language);
