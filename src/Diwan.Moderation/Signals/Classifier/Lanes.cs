using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Vector arithmetic in eight fixed lanes. Every machine adds in the same order, with or without
/// hardware support, so scoring and training give the same bytes everywhere. Lengths are multiples of eight.</summary>
internal static class Lanes
{
    /// <summary><paramref name="sum"/> += <paramref name="factor"/> × <paramref name="values"/>.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> values, Span<float> sum)
    {
        var scale = Vector256.Create(factor);
        var from = MemoryMarshal.Cast<float, Vector256<float>>(values);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        for (var lane = 0; lane < from.Length; lane++)
        {
            to[lane] += scale * from[lane];
        }
    }

    /// <summary>The inner product.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = MemoryMarshal.Cast<float, Vector256<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector256<float>>(right);
        var sum = Vector256<float>.Zero;
        for (var lane = 0; lane < a.Length; lane++)
        {
            sum += a[lane] * b[lane];
        }

        return InOrder(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float InOrder(Vector256<float> sum)
        => sum[0] + sum[1] + sum[2] + sum[3] + sum[4] + sum[5] + sum[6] + sum[7];
}
