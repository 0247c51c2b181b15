using Diwan.Learning.Sets;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Training;

/// <summary>What is learnt on top of a trained network: which words to name, and what its numbers mean.</summary>
internal static class Finishing
{
    private const int LeastRows = 150, LeastPositives = 15;

    /// <summary>The model with span head and calibration.</summary>
    public static ClassifierModel Finish(ClassifierModel model, IReadOnlyList<LabelledRow> rows, TextWriter log)
    {
        var network = new Network(model);
        model = model with { SpanWeights = SpanFit.Fit(network, [.. rows.Where(row => row.Spans is { Count: > 0 })]) };
        log.WriteLine("span head done");
        var (names, slopes, shifts) = (new List<string>(), new List<float>(), new List<float>());
        foreach (var ((attribute, language), points) in Points(network, rows).OrderBy(pair => pair.Key.Attribute, StringComparer.Ordinal).ThenBy(pair => pair.Key.Language, StringComparer.Ordinal))
        {
            if (points.Labels.Count < LeastRows || points.Labels.Count(label => label >= 0.5) < LeastPositives)
            {
                continue;
            }

            var fit = CalibrationFit.Fit(points.Logits, points.Labels);
            names.Add($"{attribute}/{language}");
            slopes.Add((float)fit.Slope);
            shifts.Add((float)fit.Shift);
            log.WriteLine($"calibration {names[^1]}: {points.Labels.Count} rows, slope {fit.Slope:F3}, shift {fit.Shift:F3}");
        }

        return model with { CalibrationNames = [.. names], CalibrationSlopes = [.. slopes], CalibrationShifts = [.. shifts] };
    }

    // Only what people judged says what a score is worth.
    private static bool IsJudged(LabelledRow row) => !HeadPlan.IsWritten(row.Set) && !row.Set.StartsWith("weak-", StringComparison.Ordinal);

    private static Dictionary<(string Attribute, string Language), (List<double> Logits, List<double> Labels)> Points(Network network, IReadOnlyList<LabelledRow> rows)
    {
        var points = new Dictionary<(string, string), (List<double> Logits, List<double> Labels)>();
        foreach (var row in rows.Where(row => TrainingRows.IsHeldBack(row) && IsJudged(row)))
        {
            var probabilities = network.Score(NormalizedText.From(row.Text));
            foreach (var (label, value) in row.Labels)
            {
                var output = LabelMap.AttributeOf(label) is { } attribute && row.Set != "toxic-spans" ? network.Mixture.IndexOf(attribute) : -1;
                if (output >= 0 && !label.StartsWith("topic:", StringComparison.Ordinal))
                {
                    var key = (network.Mixture.Outputs[output], row.Language);
                    var list = points.TryGetValue(key, out var found) ? found : points[key] = ([], []);
                    list.Logits.Add(Classifier.LogOdds(probabilities[output]));
                    list.Labels.Add(value);
                }
            }
        }

        return points;
    }
}
