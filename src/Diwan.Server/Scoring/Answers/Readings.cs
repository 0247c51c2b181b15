using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;

namespace Diwan.Server.Scoring.Answers;

/// <summary>A text's scores in one language, of the whole and of each part that is answered for.</summary>
internal sealed record Reading(IReadOnlyList<AttributeScore> Whole, IReadOnlyList<(TextSpan Span, IReadOnlyList<AttributeScore> Scores)> Parts);

/// <summary>Scores a text once in each language that it is asked in, which is one as a rule.</summary>
/// <param name="scorer">The models.</param>
/// <param name="text">The text.</param>
/// <param name="bySentence">True for a part each sentence, false for one over the whole.</param>
internal sealed class Readings(AttributeScorer scorer, string text, bool bySentence)
{
    private readonly Dictionary<string, Reading> _made = new(StringComparer.Ordinal);

    /// <summary>The scores in a language.</summary>
    public Reading In(IdentifiedLanguage language)
    {
        if (_made.TryGetValue(language.Code, out var made)) return made;
        var whole = Score(text, language);
        var spans = bySentence ? Sentences.Of(text) : [new(0, text.Length)];
        return _made[language.Code] = new(
            whole, [.. spans.Select(span => (span, span.Length == text.Length ? whole : Score(span.Quote(text), language)))]);
    }

    private IReadOnlyList<AttributeScore> Score(string part, IdentifiedLanguage language)
    {
        using var borrowed = BorrowedText.Of(part);
        return scorer.Score(borrowed.Text, language);
    }
}
