namespace Diwan.Learning.Evaluation;

/// <summary>Moves a threshold from one way of scoring to another so that as many comments are held as before.</summary>
public static class SameShare
{
    /// <summary>The threshold on <c>New</c> that the same number of texts reaches as reach <paramref name="threshold"/> on <c>Old</c>; where
    /// equal scores do not allow it exactly, the next lower number. NaN when none reached the old one: nothing is known up there.</summary>
    public static double Threshold(IReadOnlyList<(double Old, double New)> pairs, double threshold)
    {
        var held = pairs.Count(pair => pair.Old >= threshold);
        if (held == 0)
        {
            return double.NaN;
        }

        var falling = pairs.Select(pair => pair.New).OrderDescending().ToArray();
        if (held == falling.Length)
        {
            return falling[^1];
        }

        var place = held - 1;
        while (place >= 0 && falling[place] == falling[held])
        {
            place--;
        }

        return place < 0 ? Math.BitIncrement(falling[0]) : falling[place];
    }
}
