namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Exponential and logistic function from additions and multiplications alone, so that every machine
/// gives the same bits: the platform's own <c>exp</c> may differ in the last place.</summary>
internal static class FixedMath
{
    private const double Log2E = 1.4426950408889634, Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of <paramref name="value"/>, held within ±40 (wide enough for any logit); relative error under 1e-9.</summary>
    public static double Exp(double value)
    {
        value = Math.Clamp(double.IsNaN(value) ? 0 : value, -40, 40);
        var power = Math.Floor((value * Log2E) + 0.5);
        var rest = value - (power * Ln2High) - (power * Ln2Low);
        var sum = 1.0;
        for (var term = 10; term > 0; term--)
        {
            sum = 1 + (rest / term * sum);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)power + 1023) << 52);
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
        for (var term = 15; term > 0; term -= 2)
        {
            sum = (sum * square) + (1.0 / term);
        }

        return (2 * ratio * sum) + (power * (Ln2High + Ln2Low));
    }

    /// <summary>The logistic function: a logit as a probability.</summary>
    public static double Sigmoid(double logit) => 1 / (1 + Exp(-logit));
}
