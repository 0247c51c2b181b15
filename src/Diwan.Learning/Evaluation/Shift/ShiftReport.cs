using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Evaluation.Shift;

/// <summary>What a newsroom would notice if one model took another's place: <c>diwan evaluate --against</c>.</summary>
/// <param name="Model">Version of the model evaluated.</param>
/// <param name="Against">Version of the one it is measured against.</param>
/// <param name="Rows">One a language and attribute.</param>
public sealed record ShiftReport(string Model, string Against, IReadOnlyList<ScoreShift> Rows)
{
    private const double DefaultThreshold = 0.5;

    /// <summary>Scores every text with both models.</summary>
    public static ShiftReport Of(
        Classifier model, IReadOnlyList<ScoredRow> rows, Classifier against, IReadOnlyDictionary<string, double> thresholds)
    {
        var old = ScoredRow.All(against, rows.Select(row => row.Row));
        var shifts =
            from pair in rows.Zip(old)
            from score in pair.First.Scores
            let before = pair.Second.Scores[score.Attribute]
            where before is not null
            group (Old: before.Value, New: score.Score) by (pair.First.Row.Language, score.Attribute) into scores
            orderby scores.Key.Language
            select ScoreShift.Of(scores.Key.Language, scores.Key.Attribute, [.. scores], thresholds.GetValueOrDefault(scores.Key.Attribute, DefaultThreshold));
        return new(model.Version, against.Version, [.. shifts]);
    }
}
