using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>AdaGrad steps in the fixed lanes of <see cref="Lanes"/>.</summary>
internal static class Descent
{
    private const float Tiny = 1e-6f;

    /// <summary>One step for a row of weights whose gradient is <paramref name="factor"/> × <paramref name="values"/>,
    /// one accumulator a weight.</summary>
    public static void Step(Span<float> weights, Span<float> squares, float factor, ReadOnlySpan<float> values, float rate)
    {
        var scale = Vector256.Create(factor);
        var step = Vector256.Create(rate);
        var tiny = Vector256.Create(Tiny);
        var weight = MemoryMarshal.Cast<float, Vector256<float>>(weights);
        var square = MemoryMarshal.Cast<float, Vector256<float>>(squares);
        var value = MemoryMarshal.Cast<float, Vector256<float>>(values);
        for (var lane = 0; lane < value.Length; lane++)
        {
            var gradient = scale * value[lane];
            var total = square[lane] + (gradient * gradient);
            square[lane] = total;
            weight[lane] -= step * gradient / Vector256.Sqrt(total + tiny);
        }
    }

    /// <summary>Mean of the squares: what a whole table row remembers of its slopes.</summary>
    public static float MeanSquare(ReadOnlySpan<float> values) => Lanes.Dot(values, values) / values.Length;
}
