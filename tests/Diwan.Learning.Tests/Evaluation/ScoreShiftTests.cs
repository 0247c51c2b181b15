using Diwan.Learning.Evaluation.Shift;

namespace Diwan.Learning.Tests.Evaluation;

public class ScoreShiftTests
{
    [Fact]
    public void A_model_that_scores_everything_lower_keeps_the_order_and_needs_a_lower_threshold()
    {
        var pairs = Enumerable.Range(0, 200).Select(index => (Old: index / 200.0, New: index / 400.0)).ToArray();

        var shift = ScoreShift.Of("en", "TOXICITY", pairs, 0.5);

        Assert.Equal(pairs.Average(pair => pair.New - pair.Old), shift.MeanShift.Value, 9);
        Assert.Equal(1, shift.RankCorrelation, 9);
        Assert.Equal(0.25, shift.SameShareThreshold.Value, 9);
        Assert.Equal(0.5, shift.CrossingDown.Value, 9);
        Assert.Equal(0, shift.CrossingUp.Value, 9);
    }

    [Fact]
    public void Crossing_counts_each_way_apart()
    {
        var shift = ScoreShift.Of("en", "TOXICITY", [(0.4, 0.6), (0.6, 0.4), (0.7, 0.8), (0.1, 0.2)], 0.5);

        Assert.Equal(0.25, shift.CrossingUp.Value, 9);
        Assert.Equal(0.25, shift.CrossingDown.Value, 9);
    }
}
