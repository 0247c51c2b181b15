namespace Diwan.Learning.Evaluation;

/// <summary>The figures that quality is stated in.</summary>
public static class Metrics
{
    /// <summary>Probability that a random positive scores above a random negative; ties count half. NaN without both kinds.</summary>
    public static double RocAuc(IReadOnlyList<Scored> rows)
    {
        var sorted = rows.OrderBy(row => row.Score).ToArray();
        double positives = sorted.Count(row => row.Yes), rankSum = 0;
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            var yes = 0;
            for (; end < sorted.Length && sorted[end].Score == sorted[start].Score; end++)
            {
                yes += sorted[end].Yes ? 1 : 0;
            }

            rankSum += yes * (start + 1 + end) / 2.0;
            start = end;
        }

        return (rankSum - (positives * (positives + 1) / 2)) / (positives * (sorted.Length - positives));
    }

    /// <summary>Precision averaged over the positives, highest score first. NaN without positives.</summary>
    public static double AveragePrecision(IReadOnlyList<Scored> rows)
    {
        double seen = 0, found = 0, sum = 0;
        foreach (var row in rows.OrderByDescending(row => row.Score))
        {
            seen++;
            found += row.Yes ? 1 : 0;
            sum += row.Yes ? found / seen : 0;
        }

        return sum / found;
    }

    /// <summary>F1 of "score at or above the threshold". 0 when nothing is found.</summary>
    public static double F1(IReadOnlyList<Scored> rows, double threshold)
    {
        var hits = rows.Count(row => row.Yes && row.Score >= threshold);
        var wrong = rows.Count(row => row.Yes != row.Score >= threshold);
        return hits == 0 ? 0 : 2.0 * hits / ((2 * hits) + wrong);
    }

    /// <summary>Expected calibration error over ten equal bins: how far scores lie from what people said, on average.</summary>
    public static double CalibrationError(IReadOnlyList<Scored> rows)
        => rows.GroupBy(row => Math.Min(9, (int)(row.Score * 10)))
            .Sum(bin => Math.Abs(bin.Average(row => row.Score) - bin.Average(row => row.Yes ? 1.0 : 0.0)) * bin.Count() / rows.Count);

    /// <summary>The score from which the stated share of positives is found.</summary>
    public static double ThresholdFor(IReadOnlyList<Scored> rows, double recall)
    {
        var positives = rows.Where(row => row.Yes).Select(row => row.Score).OrderDescending().ToArray();
        return positives[Math.Clamp((int)Math.Ceiling(recall * positives.Length) - 1, 0, positives.Length - 1)];
    }

    /// <summary>Character F1 of two sets of positions; 1 when both are empty.</summary>
    public static double CharacterF1(IReadOnlySet<int> found, IReadOnlySet<int> marked)
        => found.Count + marked.Count == 0 ? 1 : 2.0 * found.Count(marked.Contains) / (found.Count + marked.Count);

    /// <summary>A share with Wilson's 95 % interval; NaN of nothing.</summary>
    public static Interval Wilson(int hits, int trials)
    {
        const double Z = 1.959964;
        if (trials == 0)
        {
            return new(double.NaN, double.NaN, double.NaN);
        }

        var share = (double)hits / trials;
        var spread = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * trials))) / trials);
        var (middle, scale) = (share + (Z * Z / (2 * trials)), 1 + (Z * Z / trials));
        return new(share, Math.Max(0, (middle - spread) / scale), Math.Min(1, (middle + spread) / scale));
    }
}
