namespace Diwan.Learning.Evaluation.Reliability;

/// <summary>Texts with nearly the same score, and what people said of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Score">Their mean score.</param>
/// <param name="Yes">Share for which at least half of the people said yes, with Wilson's interval.</param>
public sealed record ReliabilityBin(int Count, double Score, Interval Yes)
{
    private const int Bins = 10;

    /// <summary>Ten equal bins over the scores, the empty ones left out.</summary>
    public static IReadOnlyList<ReliabilityBin> Of(IEnumerable<Scored> points)
        => [.. points.GroupBy(point => Math.Min(Bins - 1, (int)(point.Score * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => new ReliabilityBin(bin.Count(), bin.Average(point => point.Score), Metrics.Wilson(bin.Count(point => point.Yes), bin.Count())))];
}
