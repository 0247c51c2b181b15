using Diwan.Learning.Evaluation;

namespace Diwan.Learning.Tests.Evaluation;

public class SameShareTests
{
    private static readonly (double Old, double New)[] Pairs = [.. Enumerable.Range(0, 100).Select(index => (index / 100.0, index / 200.0))];

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.9, 10)]
    [InlineData(0.0, 100)]
    public void As_many_comments_reach_the_new_threshold_as_reached_the_old_one(double old, int held)
    {
        var threshold = SameShare.Threshold(Pairs, old);

        Assert.Equal(held, Pairs.Count(pair => pair.Old >= old));
        Assert.Equal(held, Pairs.Count(pair => pair.New >= threshold));
    }

    [Fact]
    public void Where_equal_scores_do_not_allow_it_fewer_are_held()
    {
        (double Old, double New)[] pairs = [(0.9, 0.8), (0.8, 0.4), (0.1, 0.4), (0.1, 0.1)];

        Assert.Equal(1, pairs.Count(pair => pair.New >= SameShare.Threshold(pairs, 0.5)));
    }

    [Fact]
    public void Nothing_is_claimed_where_no_comment_reached_the_old_threshold() =>
        Assert.True(double.IsNaN(SameShare.Threshold([(0.2, 0.3)], 0.9)));
}
