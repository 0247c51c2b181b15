using Diwan.Learning.Evaluation;
using Diwan.Learning.Evaluation.Coverage;

namespace Diwan.Learning.Tests.Evaluation;

public class RiskCoverageTests
{
    // Every tenth comment is toxic among the lower half, every tenth is fine among the upper.
    private static readonly Scored[] Rows = [.. Enumerable.Range(0, 400).Select(index => new Scored(index / 400.0, index % 10 == 9 ^ index >= 200))];

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.10)]
    public void What_is_decided_unseen_keeps_within_the_accepted_error(double error)
    {
        var measured = RiskCoverage.Of("en", "set", Rows, error);

        var approved = Rows.Where(row => row.Score <= measured.ApproveUpTo).ToArray();
        var rejected = Rows.Where(row => row.Score >= measured.RejectFrom).ToArray();
        Assert.Equal(measured.Approved.Value, (double)approved.Length / Rows.Length, 9);
        Assert.Equal(measured.Rejected.Value, (double)rejected.Length / Rows.Length, 9);
        Assert.True(approved.Count(row => row.Yes) <= error * approved.Length);
        Assert.True(rejected.Count(row => !row.Yes) <= error * rejected.Length);
    }

    [Fact]
    public void More_error_spares_more_work_and_no_comment_counts_twice()
    {
        var (little, much) = (RiskCoverage.Of("en", "set", Rows, 0.02), RiskCoverage.Of("en", "set", Rows, 0.6));

        Assert.True(little.NoPerson.Value < much.NoPerson.Value);
        Assert.Equal(1, much.NoPerson.Value, 9);
    }

    [Fact]
    public void Scores_that_tell_nothing_spare_no_work()
    {
        var measured = RiskCoverage.Of("en", "set", [.. Enumerable.Range(0, 100).Select(index => new Scored(0.5, index % 2 == 0))], 0.05);

        Assert.Equal(0, measured.NoPerson.Value);
        Assert.Null(measured.ApproveUpTo);
        Assert.Null(measured.RejectFrom);
    }

    [Fact]
    public void The_check_decides_comments_by_scores_that_others_chose()
    {
        // Toxic from 0.5 up without exception: whichever half chooses, the other agrees.
        var clear = RiskCoverage.Of("en", "set", [.. Enumerable.Range(0, 400).Select(index => new Scored(index / 400.0, index >= 200))], 0.05);
        // Nothing but chance: what looks safe in one half is wrong half the time in the other.
        var chance = RiskCoverage.Of("en", "set", [.. Enumerable.Range(0, 400).Select(index => new Scored(index / 400.0, index * 7919 % 13 < 6))], 0.05);

        Assert.InRange(clear.Checked.Approved.Value, 0, 0.06);
        Assert.True(double.IsNaN(chance.Checked.Approved.Value) || chance.Checked.Approved.High > 0.05);
    }

    [Fact]
    public void The_interval_holds_the_figure()
    {
        var approved = RiskCoverage.Of("en", "set", Rows, 0.10).Approved;

        Assert.InRange(approved.Value, approved.Low, approved.High);
        Assert.True(approved.Low < approved.High);
    }
}
