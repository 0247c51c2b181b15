namespace Diwan.Moderation.Text.Languages;

/// <summary>e to the power of x from additions and multiplications alone, so that every machine gets the same bits; the platform's own differs between them.</summary>
public static class Exponential
{
    private const int Halvings = 10;

    /// <summary>eˣ within 1 part in 10⁶ for x of at most 0; 0 below −40.</summary>
    /// <param name="x">At most 0.</param>
    public static double OfNegative(double x)
    {
        if (x < -40)
        {
            return 0;
        }

        // The series is exact enough for a thousandth of x; squaring ten times brings the whole back.
        var small = x / (1 << Halvings);
        var power = 1 + (small * (1 + (small / 2 * (1 + (small / 3 * (1 + (small / 4)))))));
        for (var i = 0; i < Halvings; i++)
        {
            power *= power;
        }

        return power;
    }
}
