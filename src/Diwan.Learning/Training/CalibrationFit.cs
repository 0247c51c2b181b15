using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>Fits a <see cref="Calibration"/> to texts that were held back from training.</summary>
internal static class CalibrationFit
{
    private const int Steps = 60;

    /// <summary>The line on the log-odds that makes <paramref name="labels"/> most likely (Newton's method).</summary>
    public static Calibration Fit(IReadOnlyList<double> logits, IReadOnlyList<double> labels)
    {
        double slope = 1, shift = 0;
        for (var step = 0; step < Steps; step++)
        {
            double g1 = 0.01 * (slope - 1), g0 = 0, h11 = 0.01, h10 = 0, h00 = 1e-6;
            for (var index = 0; index < logits.Count; index++)
            {
                var probability = FixedMath.Sigmoid((slope * logits[index]) + shift);
                var error = probability - labels[index];
                var weight = probability * (1 - probability);
                g1 += error * logits[index];
                g0 += error;
                h11 += weight * logits[index] * logits[index];
                h10 += weight * logits[index];
                h00 += weight;
            }

            var determinant = (h11 * h00) - (h10 * h10);
            slope -= Math.Clamp(((h00 * g1) - (h10 * g0)) / determinant, -1, 1);
            shift -= Math.Clamp(((h11 * g0) - (h10 * g1)) / determinant, -1, 1);
            slope = Math.Max(slope, 0.05);
        }

        return new Calibration(slope, shift);
    }
}
