using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Moderation.Tests.Classifier;

public class FixedMathTests
{
    [Fact]
    public void Exponential_and_logarithm_agree_with_the_platforms()
    {
        for (var value = -39.9; value < 40; value += 0.37)
        {
            Assert.Equal(1, FixedMath.Exp(value) / Math.Exp(value), 1e-9);
            Assert.Equal(value, FixedMath.Log(Math.Exp(value)), 1e-8);
        }
    }

    [Fact]
    public void Numbers_out_of_range_are_held_not_thrown()
    {
        Assert.True(double.IsFinite(FixedMath.Exp(double.PositiveInfinity)));
        Assert.Equal(1, FixedMath.Exp(double.NaN));
        Assert.InRange(FixedMath.Sigmoid(-1e9), 0, 1e-15);
    }
}
