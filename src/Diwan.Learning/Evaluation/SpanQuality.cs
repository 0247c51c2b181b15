using Diwan.Learning.Sets;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Evaluation;

/// <summary>How well the words a toxicity score rests on agree with those that people marked.</summary>
internal static class SpanQuality
{
    /// <summary>Mean character F1 over the rows with marked spans; null without any.</summary>
    public static Interval? Of(Classifier classifier, IEnumerable<LabelledRow> rows)
    {
        var figures = rows.Where(row => row.Spans is not null).Select(row => Metrics.CharacterF1(
            Positions(classifier.Explain(NormalizedText.From(row.Text), ScoredRow.LanguageOf(row), Attributes.Toxicity).Select(span => span.Span)),
            Positions(row.Spans!))).ToArray();
        return figures.Length == 0 ? null : Bootstrap.Of(figures, drawn => drawn.Average());
    }

    private static HashSet<int> Positions(IEnumerable<TextSpan> spans)
        => [.. spans.SelectMany(span => Enumerable.Range(span.Start, span.Length))];
}
