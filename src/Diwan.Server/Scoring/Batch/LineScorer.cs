using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;

namespace Diwan.Server.Scoring.Batch;

/// <summary>Scores one line: what <c>diwan score</c> and <c>/api/v1/score:batch</c> both do.</summary>
/// <param name="languages">Tells the language of a text.</param>
/// <param name="scorer">The models.</param>
/// <param name="policy">Gives the thresholds.</param>
public sealed class LineScorer(ILanguageIdentifier languages, AttributeScorer scorer, ModerationPolicy policy)
{
    /// <summary>The scores of one text.</summary>
    /// <param name="asked">The line; its text is not null.</param>
    /// <param name="explain">True to add the words that each score rests on.</param>
    public ScoredLine Score(ScoreLine asked, bool explain)
    {
        using var borrowed = BorrowedText.Of(asked.Text!);
        var text = borrowed.Text;
        var language = LanguageChoice.Of(languages.Identify(asked.Text!), asked.Language);
        var scores = scorer.Score(text, language);
        return new(
            asked.Id, language.Code, language.Script, scorer.Version,
            scores.ToDictionary(score => score.Attribute, score => score.Score),
            [.. scores.Where(score => policy.Thresholds.TryGetValue(score.Attribute, out var threshold) && score.Score >= threshold).Select(score => score.Attribute)],
            explain ? [.. scores.SelectMany(score => scorer.Explain(text, language, score.Attribute))
                .Select(span => new SpanLine(span.Attribute, span.Span.Start, span.Span.End, span.Score))] : null);
    }
}
