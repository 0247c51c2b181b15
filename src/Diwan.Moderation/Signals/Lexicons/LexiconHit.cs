using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>A term found in the author's own characters.</summary>
/// <param name="Term">What was found.</param>
/// <param name="Span">Where.</param>
internal readonly record struct LexiconHit(LexiconTerm Term, TextSpan Span);
