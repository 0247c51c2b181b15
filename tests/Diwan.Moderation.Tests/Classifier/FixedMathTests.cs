using System.Runtime.Intrinsics;
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
    public void Four_at_once_give_the_bits_of_one_at_a_time()
    {
        for (var value = -45.0; value < 45; value += 0.173)
        {
            var four = Vector256.Create(value, -value, value / 3, value * 1.01);
            for (var lane = 0; lane < 4; lane++)
            {
                Assert.Equal(FixedMath.Exp(four[lane]), FixedMath.Exp(four)[lane]);
                Assert.Equal(FixedMath.Sigmoid(four[lane]), FixedMath.Sigmoid(four)[lane]);
            }
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
