using Diwan.Learning.Training;

namespace Diwan.Learning.Evaluation;

/// <summary>How far a figure might lie elsewhere had other texts been drawn: 95 % intervals by resampling, always the same draws.</summary>
public static class Bootstrap
{
    private const int Rounds = 200;

    /// <summary>A figure over <paramref name="rows"/> with its interval.</summary>
    public static Interval Of<T>(IReadOnlyList<T> rows, Func<IReadOnlyList<T>, double> figure)
        => Of(rows, 1, drawn => [figure(drawn)])[0];

    /// <summary>Several figures over the same draws: each with its interval, in their order.</summary>
    /// <remarks>A draw keeps the order of <paramref name="rows"/>, so what was sorted stays sorted.</remarks>
    public static IReadOnlyList<Interval> Of<T>(IReadOnlyList<T> rows, int count, Func<IReadOnlyList<T>, double[]> figures)
    {
        var random = new SeededRandom(3);
        var drawn = new List<double[]>(Rounds);
        var (draw, times) = (new T[rows.Count], new int[rows.Count]);
        for (var round = 0; round < Rounds && rows.Count > 0; round++)
        {
            Array.Clear(times);
            for (var index = 0; index < rows.Count; index++)
            {
                times[random.NextBelow(rows.Count)]++;
            }

            for (int index = 0, next = 0; index < rows.Count; index++)
            {
                for (var time = times[index]; time > 0; time--)
                {
                    draw[next++] = rows[index];
                }
            }

            drawn.Add(figures(draw));
        }

        var values = figures(rows);
        return [.. Enumerable.Range(0, count).Select(figure => Between(values[figure], drawn.Select(round => round[figure])))];
    }

    private static Interval Between(double value, IEnumerable<double> drawn)
    {
        var sorted = drawn.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0
            ? new(value, double.NaN, double.NaN)
            : new(value, sorted[(int)(0.025 * sorted.Length)], sorted[(int)(0.975 * (sorted.Length - 1))]);
    }
}
