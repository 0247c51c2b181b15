namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Makes a raw probability mean "the share of readers who would say yes": a straight line on the log-odds.</summary>
/// <param name="Slope">Above 0, so the order of comments stays.</param>
/// <param name="Shift">Added to the log-odds.</param>
public readonly record struct Calibration(double Slope, double Shift)
{
    /// <summary>Leaves a probability as it is.</summary>
    public static readonly Calibration None = new(1, 0);

    /// <summary>The calibrated probability of <paramref name="logit"/>.</summary>
    public double Apply(double logit) => FixedMath.Sigmoid((Slope * logit) + Shift);
}
