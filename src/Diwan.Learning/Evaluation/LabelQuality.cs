using Diwan.Learning.Sets;

namespace Diwan.Learning.Evaluation;

/// <summary>How well one attribute agrees with one label of one set.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Set">The set.</param>
/// <param name="Label">Its label.</param>
/// <param name="Attribute">The attribute the label is read through.</param>
/// <param name="Rows">Texts with the label.</param>
/// <param name="Positives">Texts for which at least half said yes.</param>
/// <param name="RocAuc">See <see cref="Metrics.RocAuc"/>.</param>
/// <param name="AveragePrecision">See <see cref="Metrics.AveragePrecision"/>.</param>
/// <param name="F1">At the policy's threshold.</param>
/// <param name="CalibrationError">See <see cref="Metrics.CalibrationError"/>.</param>
public sealed record LabelQuality(
    string Language, string Set, string Label, string Attribute, int Rows, int Positives,
    Interval RocAuc, Interval AveragePrecision, Interval F1, Interval CalibrationError)
{
    private const double DefaultThreshold = 0.5;

    /// <summary>One a set, label and language, in the order of these names.</summary>
    /// <param name="rows">The texts.</param>
    /// <param name="thresholds">Attribute → the policy's threshold; 0.5 where it has none.</param>
    public static IReadOnlyList<LabelQuality> Of(IReadOnlyList<ScoredRow> rows, IReadOnlyDictionary<string, double> thresholds)
        => [.. rows.SelectMany(row => row.Points.Select(point => (row.Row, point)))
            .GroupBy(entry => (entry.Row.Language, entry.Row.Set, entry.point.Label))
            .OrderBy(group => $"{group.Key.Language}/{group.Key.Set}/{group.Key.Label}", StringComparer.Ordinal)
            .Select(group =>
            {
                var attribute = group.First().point.Attribute;
                return Of(group.First().Row, group.Key.Label, attribute, [.. group.Select(entry => entry.point.Point).OrderBy(point => point.Score)],
                    thresholds.GetValueOrDefault(attribute, DefaultThreshold));
            })];

    private static LabelQuality Of(LabelledRow row, string label, string attribute, Scored[] points, double threshold)
    {
        var figures = Bootstrap.Of(points, 4, drawn =>
            [Metrics.RocAuc(drawn), Metrics.AveragePrecision(drawn), Metrics.F1(drawn, threshold), Metrics.CalibrationError(drawn)]);
        return new LabelQuality(
            row.Language, row.Set, label, attribute, points.Length, points.Count(point => point.Yes),
            figures[0], figures[1], figures[2], figures[3]);
    }
}
