using System.Diagnostics;
using System.Globalization;
using Diwan.Bench.Peers;
using Diwan.Learning.Sets;

namespace Diwan.Bench.Scoring;

/// <summary>User CPU a comment on one core over real comments: the fast tier, the same with spans, its parts, and what a publisher would use instead.</summary>
internal static class ScoringBench
{
    /// <summary>Measures everything over the sets at a path and prints one table; 1 when scores are not those this model must give.</summary>
    /// <param name="sets">The comments; ML.NET is fitted on the folder <c>train</c> beside it.</param>
    /// <param name="output">Where the table goes.</param>
    public static int Run(string sets, TextWriter output)
    {
        var loading = Stopwatch.StartNew();
        var tier = FastTier.Load("data");
        var loaded = loading.ElapsedMilliseconds;
        var texts = SetReader.Read(sets).Select(row => row.Text).ToArray();
        var lengths = texts.Select(text => text.Length).Order().ToArray();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"model {tier.Classifier.Version} ({tier.Version}), loaded with language model and lexicons in {loaded} ms"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{texts.Length} comments, median {lengths[lengths.Length / 2]} and mean {lengths.Average():F0} UTF-16 units; best and median of {Rounds.Count} rounds, of fewer after {Rounds.Patience} s"));

        var ours = ResultTable.Write(Ours(tier, texts), null, output);
        ResultTable.Write(NodePeers.Measure(texts, output).Concat(MlNetPeer.Measure(texts, sets, output)), ours, output);
        return ExpectedScores.Agree(tier.Version, ours, output) ? 0 : 1;
    }

    private static IEnumerable<Measurement> Ours(FastTier tier, string[] texts)
    {
        var folded = Array.ConvertAll(texts, tier.Prepare);
        yield return Rounds.Measure("fast tier", texts.Length, row => tier.All(texts[row]));
        yield return Rounds.Measure("· fold", texts.Length, row => FastTier.Fold(texts[row]));
        yield return Rounds.Measure("· language", texts.Length, row => tier.Identify(texts[row]));
        yield return Rounds.Measure("· fold and lexicons", texts.Length, row => tier.Lexicons(texts[row], folded[row].Language));
        yield return Rounds.Measure("· classifier", texts.Length, row => tier.Attributes(folded[row].Text, folded[row].Language));
        yield return Rounds.Measure("fast tier with spans", texts.Length, row => tier.AllWithSpans(texts[row]));
    }
}
