using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>A term found in the author's own characters.</summary>
/// <param name="Term">What was found.</param>
/// <param name="Span">Where.</param>
/// <param name="Place">How many were found before it.</param>
internal readonly record struct LexiconHit(LexiconTerm Term, TextSpan Span, int Place)
{
    /// <summary>The most severe first, of these the longest, then the first in the text, then the first that was found.</summary>
    public static readonly Comparison<LexiconHit> StrongestFirst = (one, other) =>
        other.Term.Severity.CompareTo(one.Term.Severity) is var severity and not 0 ? severity
        : other.Span.Length.CompareTo(one.Span.Length) is var length and not 0 ? length
        : one.Span.Start.CompareTo(other.Span.Start) is var start and not 0 ? start
        : one.Place.CompareTo(other.Place);
}
