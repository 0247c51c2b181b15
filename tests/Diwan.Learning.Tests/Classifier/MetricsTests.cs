using Diwan.Learning.Evaluation;
using Diwan.Learning.Evaluation.Coverage;

namespace Diwan.Learning.Tests.Classifier;

public class MetricsTests
{
    private static readonly Scored[] Mixed = [new(0.9, true), new(0.8, false), new(0.7, true), new(0.1, false)];

    [Fact]
    public void Auc_counts_the_pairs_in_the_right_order_and_ties_half()
    {
        Assert.Equal(0.75, Metrics.RocAuc(Mixed), 9);
        Assert.Equal(0.5, Metrics.RocAuc([new(0.5, true), new(0.5, false)]), 9);
    }

    [Fact]
    public void Average_precision_looks_from_the_top() => Assert.Equal((1 + (2.0 / 3)) / 2, Metrics.AveragePrecision(Mixed), 9);

    [Fact]
    public void F1_counts_from_the_threshold_upwards() => Assert.Equal(0.8, Metrics.F1(Mixed, 0.7), 9);

    [Fact]
    public void Calibration_error_is_nothing_when_scores_mean_what_they_say()
        => Assert.Equal(0, Metrics.CalibrationError([new(0.5, true), new(0.5, false)]), 9);

    [Fact]
    public void Empty_spans_that_were_rightly_empty_count_one()
    {
        Assert.Equal(1, Metrics.CharacterF1(new HashSet<int>(), new HashSet<int>()));
        Assert.Equal(0.5, Metrics.CharacterF1(new HashSet<int> { 1, 2 }, new HashSet<int> { 2, 3 }), 9);
    }

    [Fact]
    public void Risk_coverage_takes_from_both_ends_until_the_error_is_reached()
    {
        var rows = Enumerable.Range(0, 100).Select(index => new Scored(index / 100.0, index >= 60)).ToArray();
        var measured = RiskCoverage.Of("en", "set", rows, 0);
        Assert.Equal(0.6, measured.Approved.Value, 9);
        Assert.Equal(0.4, measured.Rejected.Value, 9);
    }
}
