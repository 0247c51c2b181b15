using System.Diagnostics;
using System.Globalization;
using Diwan.Learning.Sets;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Bench;

/// <summary>User CPU per comment on one core over real comments: folding, scoring, and scoring with spans.</summary>
internal static class ScoringBench
{
    private const int Rounds = 9;

    /// <summary>Prints the best of nine rounds of each; 1 when two rounds disagree on a single score.</summary>
    public static int Run(string modelFile, string setsPath, TextWriter output)
    {
        using var file = File.OpenRead(modelFile);
        var loading = Stopwatch.StartNew();
        var classifier = Classifier.Load(file);
        output.WriteLine($"model {classifier.Version}, loaded in {loading.ElapsedMilliseconds} ms");
        var rows = SetReader.Read(setsPath).ToArray();
        var lengths = rows.Select(row => row.Text.Length).Order().ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Length} comments, median {lengths[lengths.Length / 2]} and mean {lengths.Average():F0} UTF-16 units"));
        var languages = rows.Select(row => new IdentifiedLanguage(row.Language, "Zyyy", 1)).ToArray();
        var texts = rows.Select(row => NormalizedText.From(row.Text)).ToArray();
        var agree = Measure("fold", rows.Length, output, index => NormalizedText.From(rows[index].Text).Folded.Length)
            & Measure("score", rows.Length, output, index => Sum(classifier.Score(texts[index], languages[index])))
            & Measure("score with toxic spans", rows.Length, output, index => Sum(classifier.Score(texts[index], languages[index]))
                + classifier.Explain(texts[index], languages[index], Attributes.Toxicity).Count);
        return agree ? 0 : 1;
    }

    private static double Sum(AttributeScores scores)
    {
        var sum = 0.0;
        for (var index = 0; index < scores.Count; index++)
        {
            sum += scores[index].Score;
        }

        return sum;
    }

    private static bool Measure(string name, int count, TextWriter output, Func<int, double> work)
    {
        var best = double.MaxValue;
        var checksums = new HashSet<double>();
        for (var round = 0; round < Rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var before = process.UserProcessorTime;
            var checksum = 0.0;
            for (var index = 0; index < count; index++)
            {
                checksum += work(index);
            }

            process.Refresh();
            best = Math.Min(best, (process.UserProcessorTime - before).TotalMicroseconds / count);
            checksums.Add(checksum);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {best:F2} µs user CPU a comment, checksum {checksums.First():R}"));
        return checksums.Count == 1;
    }
}
