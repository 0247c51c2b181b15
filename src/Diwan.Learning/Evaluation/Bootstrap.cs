using Diwan.Learning.Training;

namespace Diwan.Learning.Evaluation;

/// <summary>How far a figure might lie elsewhere had other texts been drawn: 95 % intervals by resampling, always the same draws.</summary>
public static class Bootstrap
{
    private const int Rounds = 100;

    /// <summary>Lower and upper end of the interval for <paramref name="figure"/>.</summary>
    public static (double Low, double High) Interval(IReadOnlyList<Scored> rows, Func<IReadOnlyList<Scored>, double> figure)
    {
        var random = new SeededRandom(3);
        var figures = new List<double>();
        var draw = new Scored[rows.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < draw.Length; index++)
            {
                draw[index] = rows[random.NextBelow(rows.Count)];
            }

            figures.Add(figure(draw));
        }

        var sorted = figures.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0 ? (double.NaN, double.NaN) : (sorted[(int)(0.025 * sorted.Length)], sorted[(int)(0.975 * (sorted.Length - 1))]);
    }
}
