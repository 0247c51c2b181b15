using System.Text.Json;
using Diwan.Learning.Sets;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Evaluation;

/// <summary>Measures a model on labelled sets, through the public attributes alone: <c>diwan evaluate</c>.</summary>
public static class Evaluation
{
    private const double DefaultThreshold = 0.5;
    private static readonly double[] Errors = [0.01, 0.02, 0.05, 0.10];
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Loads the model, scores every text under <paramref name="setsPath"/> and prints the report.</summary>
    /// <param name="modelFile">The model.</param>
    /// <param name="setsPath">A file or a folder of JSON lines.</param>
    /// <param name="thresholds">Attribute → the policy's threshold; 0.5 where it has none.</param>
    /// <param name="json">True for JSON, false for a table.</param>
    /// <param name="output">Where it is printed.</param>
    public static void Run(string modelFile, string setsPath, IReadOnlyDictionary<string, double> thresholds, bool json, TextWriter output)
    {
        using var file = File.OpenRead(modelFile);
        var report = Measure(Classifier.Load(file), SetReader.Read(setsPath), thresholds);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(report, Json));
        }
        else
        {
            ReportText.Write(report, output);
        }
    }

    /// <summary>Measures a model on rows.</summary>
    public static QualityReport Measure(Classifier classifier, IEnumerable<LabelledRow> rows, IReadOnlyDictionary<string, double> thresholds)
    {
        var points = new SortedDictionary<string, (LabelledRow First, string Label, string Attribute, List<Scored> Rows)>(StringComparer.Ordinal);
        var spans = new List<double>();
        foreach (var row in rows)
        {
            var text = NormalizedText.From(row.Text);
            var language = new IdentifiedLanguage(row.Language, "Zyyy", 1);
            var scores = classifier.Score(text, language);
            foreach (var (label, value) in row.Labels)
            {
                if (LabelMap.AttributeOf(label) is { } attribute && scores[attribute] is { } score)
                {
                    var key = $"{row.Language}/{row.Set}/{label}";
                    var list = points.TryGetValue(key, out var found) ? found : points[key] = (row, label, attribute, []);
                    list.Rows.Add(new Scored(score, value >= 0.5));
                }
            }

            if (row.Spans is not null)
            {
                spans.Add(Metrics.CharacterF1(
                    Positions(classifier.Explain(text, language, Attributes.Toxicity).Select(span => span.Span)), Positions(row.Spans)));
            }
        }

        var labels = points.Values.Select(entry => Quality(entry.First, entry.Label, entry.Attribute, entry.Rows, thresholds.GetValueOrDefault(entry.Attribute, DefaultThreshold))).ToArray();
        var templates = points.GetValueOrDefault("en/identity-templates/toxic").Rows;
        var risk = points.Where(pair => pair.Value.Attribute == Attributes.Toxicity && pair.Value.Rows.Count >= 200)
            .SelectMany(pair => Errors.Select(error => RiskCoverage.Of(pair.Key, pair.Value.Rows, error)));
        return new QualityReport(
            classifier.Version, classifier.Sha256, labels, spans.Count == 0 ? null : spans.Average(),
            templates is null ? null : HarmlessOver(templates), [.. risk]);
    }

    private static LabelQuality Quality(LabelledRow row, string label, string attribute, List<Scored> rows, double threshold)
    {
        var (low, high) = Bootstrap.Interval(rows, Metrics.RocAuc);
        return new LabelQuality(
            row.Language, row.Set, label, attribute, rows.Count, rows.Count(point => point.Yes), Metrics.RocAuc(rows), low, high,
            Metrics.AveragePrecision(rows), Metrics.F1(rows, threshold), Metrics.CalibrationError(rows));
    }

    private static double HarmlessOver(List<Scored> rows)
    {
        var threshold = Metrics.ThresholdFor(rows, 0.8);
        return (double)rows.Count(row => !row.Yes && row.Score >= threshold) / rows.Count(row => !row.Yes);
    }

    private static HashSet<int> Positions(IEnumerable<TextSpan> spans)
        => [.. spans.SelectMany(span => Enumerable.Range(span.Start, span.Length))];
}
