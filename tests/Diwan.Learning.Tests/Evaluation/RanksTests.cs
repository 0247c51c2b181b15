using CsCheck;
using Diwan.Learning.Evaluation;

namespace Diwan.Learning.Tests.Evaluation;

public class RanksTests
{
    [Fact]
    public void The_same_order_agrees_fully_and_the_opposite_order_not_at_all()
    {
        double[] rising = [0.1, 0.2, 0.3, 0.4], steeper = [0.1, 0.7, 0.8, 0.9], falling = [4, 3, 2, 1];

        Assert.Equal(1, Ranks.Spearman(rising, steeper), 12);
        Assert.Equal(1, Ranks.Kendall(rising, steeper), 12);
        Assert.Equal(-1, Ranks.Spearman(rising, falling), 12);
        Assert.Equal(-1, Ranks.Kendall(rising, falling), 12);
    }

    [Fact]
    public void Kendalls_tau_counts_pairs_as_its_definition_does()
    {
        var scores = Gen.Int[0, 5].Select(value => (double)value);
        Gen.Select(scores, scores).List[2, 40].Sample(pairs =>
        {
            var (first, second) = (pairs.Select(pair => pair.Item1).ToArray(), pairs.Select(pair => pair.Item2).ToArray());
            var expected = TauByPairs(first, second);
            var actual = Ranks.Kendall(first, second);
            return double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 1e-9;
        });
    }

    [Fact]
    public void Equal_scores_share_their_mean_rank() =>
        // Ranks 1.5 1.5 3 4 beside 1 2 3 4: covariance 4.5, variances 4.5 and 5.
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), Ranks.Spearman([1, 1, 2, 3], [1, 2, 3, 4]), 12);

    private static double TauByPairs(double[] first, double[] second)
    {
        double agreement = 0, untiedFirst = 0, untiedSecond = 0;
        for (var one = 0; one < first.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var (a, b) = (Math.Sign(first[one] - first[other]), Math.Sign(second[one] - second[other]));
                agreement += a * b;
                untiedFirst += Math.Abs(a);
                untiedSecond += Math.Abs(b);
            }
        }

        return agreement / Math.Sqrt(untiedFirst * untiedSecond);
    }
}
