using Diwan.Learning.Sets;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Evaluation;

/// <summary>A text of a set beside what a model makes of it.</summary>
/// <param name="Row">The text and what people said of it.</param>
/// <param name="Scores">The model's scores; the set was not told to it.</param>
public sealed record ScoredRow(LabelledRow Row, AttributeScores Scores)
{
    /// <summary>Every label that an attribute speaks of, with that attribute's score.</summary>
    public IEnumerable<(string Label, string Attribute, Scored Point)> Points =>
        from label in Row.Labels
        let attribute = LabelMap.AttributeOf(label.Key)
        where attribute is not null
        let score = Scores[attribute]
        where score is not null
        select (label.Key, attribute, new Scored(score.Value, label.Value >= 0.5));

    /// <summary>The score for TOXICITY beside the set's own word for it; null where the set has none or the language no score.</summary>
    public Scored? Toxicity => Of(Attributes.Toxicity);

    /// <summary>The score for an attribute beside the set's first label for it, by name; null without one.</summary>
    public Scored? Of(string attribute)
    {
        foreach (var point in Points)
        {
            if (point.Attribute == attribute)
            {
                return point.Point;
            }
        }

        return null;
    }

    /// <summary>Scores every text of the rows, in their order.</summary>
    public static IReadOnlyList<ScoredRow> All(Classifier classifier, IEnumerable<LabelledRow> rows)
        => [.. rows.Select(row => new ScoredRow(row, classifier.Score(NormalizedText.From(row.Text), LanguageOf(row))))];

    /// <summary>The language the set states, as if it had been identified: what is measured here is the classifier alone.</summary>
    internal static IdentifiedLanguage LanguageOf(LabelledRow row) => new(row.Language, "Zyyy", 1);
}
