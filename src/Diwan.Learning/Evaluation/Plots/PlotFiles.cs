using System.Globalization;
using Diwan.Learning.Evaluation.Coverage;
using Diwan.Learning.Evaluation.Reliability;
using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Evaluation.Plots;

/// <summary>Draws what a person would rather look at: <c>reliability-LANG-ATTRIBUTE.svg</c> and <c>risk-coverage-LANG.svg</c>.</summary>
internal static class PlotFiles
{
    private const int LeastComments = 100, LeastToxic = 10, CurvePoints = 400;
    private const double CurveTop = 0.2;

    /// <summary>Writes every plot that has at least a hundred comments to show, ten of them positive.</summary>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(string folder, string model, IReadOnlyList<ScoredRow> rows)
    {
        Directory.CreateDirectory(folder);
        // Template sentences repeat a few words thousands of times: together with comments they would drown them.
        var comments = rows.Where(row => row.Row.Template is null).ToArray();
        var files = new List<string>();
        foreach (var language in comments.GroupBy(row => row.Row.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var attribute in AttributeInfo.All.Where(info => !info.Derived).Select(info => info.Name))
            {
                var points = language.Select(row => row.Of(attribute)).OfType<Scored>().ToArray();
                if (Enough(points))
                {
                    files.Add(Save(folder, $"reliability-{language.Key}-{attribute}.svg", Reliability(language.Key, attribute, model, points)));
                }
            }

            var toxicity = CoverageReport.Comments(language).Select(row => row.Toxicity!.Value).OrderBy(point => point.Score).ToArray();
            if (Enough(toxicity))
            {
                files.Add(Save(folder, $"risk-coverage-{language.Key}.svg", RiskCoverage(language.Key, model, toxicity)));
            }
        }

        return files;
    }

    private static bool Enough(Scored[] points) => points.Length >= LeastComments && points.Count(point => point.Yes) >= LeastToxic;

    private static SvgChart Reliability(string language, string attribute, string model, Scored[] points)
    {
        var chart = new SvgChart(
            $"{attribute}, {language}: do scores mean what they say?", Invariant($"{model}, {points.Length:N0} comments; number of comments at each dot"),
            "score", "share that people said yes to");
        chart.Line("guide", 0, 0, 1, 1);
        foreach (var bin in ReliabilityBin.Of(points))
        {
            var radius = 4 + (14 * Math.Sqrt((double)bin.Count / points.Length));
            chart.Line("bar", bin.Score, bin.Yes.Low, bin.Score, bin.Yes.High);
            chart.Dot(bin.Score, bin.Yes.Value, radius,
                Invariant($"{bin.Count} comments, mean score {bin.Score:F2}, {bin.Yes.Value:P0} yes ({bin.Yes.Low:P0} to {bin.Yes.High:P0})"));
            var below = bin.Yes.High > 0.9;
            chart.Note(bin.Score, below ? bin.Yes.Low : bin.Yes.High, below ? -radius - 14 : radius + 4, Invariant($"{bin.Count:N0}"));
        }

        return chart;
    }

    private static SvgChart RiskCoverage(string language, string model, Scored[] rising)
    {
        var chart = new SvgChart(
            $"{language}: how much needs no person?", Invariant($"{model}, {rising.Length:N0} comments, {(double)rising.Count(point => point.Yes) / rising.Length:P0} of them toxic"),
            "share of comments decided by machine", "wrong among these", CurveTop);
        foreach (var error in CoverageReport.UsualErrors)
        {
            chart.Line("guide", 0, error, 1, error);
        }

        chart.Curve("first", "approved, yet toxic", Errors(rising, wrong: true));
        chart.Curve("second", "rejected, yet fine", Errors([.. rising.Reverse()], wrong: false));
        return chart;
    }

    private static IEnumerable<(double Share, double Error)> Errors(Scored[] rows, bool wrong)
    {
        var (mistakes, next) = (0, rows.Length / (double)CurvePoints);
        for (var taken = 1; taken <= rows.Length; taken++)
        {
            mistakes += rows[taken - 1].Yes == wrong ? 1 : 0;
            if (taken >= next)
            {
                next += rows.Length / (double)CurvePoints;
                yield return ((double)taken / rows.Length, (double)mistakes / taken);
            }
        }
    }

    private static string Save(string folder, string name, SvgChart chart)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, chart + "\n");
        return path;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
