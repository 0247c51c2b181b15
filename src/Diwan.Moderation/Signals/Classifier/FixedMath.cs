using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Exponential, logarithm and logistic function from additions, multiplications and divisions alone, so that every machine
/// gives the same bits: the platform's own <c>exp</c> may differ in the last place.</summary>
internal static class FixedMath
{
    private const double Log2E = 1.4426950408889634, Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10, Limit = 40;

    // A whole number added to this stands in the low bits of the sum: a double becomes an exponent without a conversion.
    private const double Exponent = 4503599627370496.0 + 1023;

    // 1/n! from n = 10 down to 0: the series of e to the power of at most half of ln 2.
    private static ReadOnlySpan<double> Factorials =>
        [1 / 3628800.0, 1 / 362880.0, 1 / 40320.0, 1 / 5040.0, 1 / 720.0, 1 / 120.0, 1 / 24.0, 1 / 6.0, 1 / 2.0, 1, 1];

    // 1/n for odd n from 15 down to 1: half the series of ln((1+r)/(1−r)).
    private static ReadOnlySpan<double> OddParts => [1 / 15.0, 1 / 13.0, 1 / 11.0, 1 / 9.0, 1 / 7.0, 1 / 5.0, 1 / 3.0, 1];

    /// <summary>e to the power of <paramref name="value"/>, held within ±40 (wide enough for any logit); relative error under 1e-9.</summary>
    public static double Exp(double value)
    {
        value = Math.Clamp(double.IsNaN(value) ? 0 : value, -Limit, Limit);
        var power = Math.Floor((value * Log2E) + 0.5);
        var rest = value - (power * Ln2High) - (power * Ln2Low);
        var sum = 0.0;
        foreach (var factor in Factorials)
        {
            sum = (sum * rest) + factor;
        }

        return sum * BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(power + Exponent) << 52);
    }

    /// <summary>Four at once; the same bits as one at a time. NaN is not expected.</summary>
    public static Vector256<double> Exp(Vector256<double> value)
    {
        value = Vector256.Min(Vector256.Max(value, Vector256.Create(-Limit)), Vector256.Create(Limit));
        var power = Vector256.Floor((value * Log2E) + Vector256.Create(0.5));
        var rest = value - (power * Ln2High) - (power * Ln2Low);
        var sum = Vector256<double>.Zero;
        foreach (var factor in Factorials)
        {
            sum = (sum * rest) + Vector256.Create(factor);
        }

        return sum * Vector256.ShiftLeft((power + Vector256.Create(Exponent)).AsInt64(), 52).AsDouble();
    }

    /// <summary>Natural logarithm of a positive, normal number; absolute error under 1e-9.</summary>
    public static double Log(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var power = (bits >> 52) - 1023;
        var part = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        (part, power) = part > 1.4142135623730951 ? (part / 2, power + 1) : (part, power);
        var ratio = (part - 1) / (part + 1);
        var square = ratio * ratio;
        var sum = 0.0;
        foreach (var factor in OddParts)
        {
            sum = (sum * square) + factor;
        }

        return (2 * ratio * sum) + (power * (Ln2High + Ln2Low));
    }

    /// <summary>The logistic function: a logit as a probability.</summary>
    public static double Sigmoid(double logit) => 1 / (1 + Exp(-logit));

    /// <summary>Four at once; the same bits as one at a time.</summary>
    public static Vector256<double> Sigmoid(Vector256<double> logits) => Vector256<double>.One / (Vector256<double>.One + Exp(-logits));

    /// <summary>Logits as shares of one, in place.</summary>
    public static void Softmax(Span<double> values)
    {
        var (highest, total) = (double.MinValue, 0.0);
        foreach (var value in values)
        {
            highest = Math.Max(highest, value);
        }

        foreach (ref var value in values)
        {
            value -= highest;
        }

        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (ref var lane in lanes)
        {
            lane = Exp(lane);
        }

        foreach (ref var value in values[(lanes.Length * 4)..])
        {
            value = Exp(value);
        }

        foreach (var value in values)
        {
            total += value;
        }

        foreach (ref var value in values)
        {
            value /= total;
        }
    }
}
