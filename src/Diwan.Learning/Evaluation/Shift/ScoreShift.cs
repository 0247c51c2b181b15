namespace Diwan.Learning.Evaluation.Shift;

/// <summary>What changes for one attribute in one language when a model takes another's place.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Attribute">Its name.</param>
/// <param name="Comments">Texts that both models score.</param>
/// <param name="Old">Mean score of the model measured against.</param>
/// <param name="New">Mean score of the model evaluated.</param>
/// <param name="MeanShift">New less old.</param>
/// <param name="Threshold">The policy's.</param>
/// <param name="CrossingUp">Share of the texts that are over the threshold now and were not.</param>
/// <param name="CrossingDown">Share that were over it and are not now.</param>
/// <param name="RankCorrelation">See <see cref="Ranks.Spearman"/>.</param>
/// <param name="SameShareThreshold">The threshold that keeps the same share over; NaN when none was over.</param>
public sealed record ScoreShift(
    string Language, string Attribute, int Comments, double Old, double New, Interval MeanShift, double Threshold,
    Interval CrossingUp, Interval CrossingDown, double RankCorrelation, Interval SameShareThreshold)
{
    /// <summary>Measures it over pairs of scores.</summary>
    public static ScoreShift Of(string language, string attribute, IEnumerable<(double Old, double New)> scores, double threshold)
    {
        var pairs = scores.OrderByDescending(pair => pair.New).ToArray();
        return new(
            language, attribute, pairs.Length, pairs.Average(pair => pair.Old), pairs.Average(pair => pair.New),
            Bootstrap.Of(pairs, drawn => drawn.Average(pair => pair.New - pair.Old)), threshold,
            Metrics.Wilson(pairs.Count(pair => pair.New >= threshold && pair.Old < threshold), pairs.Length),
            Metrics.Wilson(pairs.Count(pair => pair.New < threshold && pair.Old >= threshold), pairs.Length),
            Ranks.Spearman([.. pairs.Select(pair => pair.Old)], [.. pairs.Select(pair => pair.New)]),
            Bootstrap.Of(pairs, drawn => SameShare.Threshold(drawn, threshold)));
    }
}
