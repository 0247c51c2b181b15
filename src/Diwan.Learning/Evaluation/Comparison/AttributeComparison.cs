namespace Diwan.Learning.Evaluation.Comparison;

/// <summary>How one attribute's scores stand to those of another service, over texts that both scored.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Language">ISO 639 code, or <c>all</c>.</param>
/// <param name="Comments">Texts that both scored.</param>
/// <param name="Spearman">See <see cref="Ranks.Spearman"/>.</param>
/// <param name="Kendall">See <see cref="Ranks.Kendall"/>.</param>
/// <param name="Thresholds">For each old threshold the new one.</param>
public sealed record AttributeComparison(
    string Attribute, string Language, int Comments, Interval Spearman, Interval Kendall, IReadOnlyList<MovedThreshold> Thresholds)
{
    /// <summary>Measures it.</summary>
    public static AttributeComparison Of(string attribute, string language, IEnumerable<(double Old, double New)> scores, IReadOnlyList<double> thresholds)
    {
        var pairs = scores.OrderByDescending(pair => pair.New).ToArray();
        var agreement = Bootstrap.Of(pairs, 2, drawn =>
        {
            double[] old = [.. drawn.Select(pair => pair.Old)], now = [.. drawn.Select(pair => pair.New)];
            return [Ranks.Spearman(old, now), Ranks.Kendall(old, now)];
        });
        return new(attribute, language, pairs.Length, agreement[0], agreement[1], [.. thresholds.Select(threshold => MovedThreshold.Of(pairs, threshold))]);
    }
}
