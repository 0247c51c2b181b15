namespace Diwan.Learning.Evaluation.Comparison;

/// <summary>An old threshold, and the one that keeps the same share of comments held.</summary>
/// <param name="Old">On the other service's scores.</param>
/// <param name="Held">Comments that reached it.</param>
/// <param name="New">On ours; NaN when none reached the old one.</param>
/// <param name="Same">Share of the comments held before that are held again; NaN likewise. The rest are others than before.</param>
public sealed record MovedThreshold(double Old, int Held, Interval New, Interval Same)
{
    /// <summary>Measures it over pairs of scores.</summary>
    public static MovedThreshold Of(IReadOnlyList<(double Old, double New)> pairs, double threshold)
    {
        var figures = Bootstrap.Of(pairs, 2, drawn =>
        {
            var moved = SameShare.Threshold(drawn, threshold);
            var held = drawn.Count(pair => pair.Old >= threshold);
            return [moved, held == 0 ? double.NaN : (double)drawn.Count(pair => pair.Old >= threshold && pair.New >= moved) / held];
        });
        return new(threshold, pairs.Count(pair => pair.Old >= threshold), figures[0], figures[1]);
    }
}
