using System.Globalization;

namespace Diwan.Bench.Scoring;

/// <summary>Prints measurements as a Markdown table, each as soon as it is there, so that a run can be kept as it came.</summary>
internal static class ResultTable
{
    /// <summary>Writes a row for each measurement, with its ratio to ours, and returns the one that counts as 1.</summary>
    /// <param name="rows">In the order they are to stand; the first must exist when <paramref name="ours"/> is null.</param>
    /// <param name="ours">What counts as 1, and then needs no heading; null for the first of these.</param>
    /// <param name="output">Where to.</param>
    public static Measurement Write(IEnumerable<Measurement> rows, Measurement? ours, TextWriter output)
    {
        if (ours is null)
        {
            output.WriteLine("\n| | best, µs | median, µs | comments a second | ratio to ours | bytes allocated | comments | rounds | answer |");
            output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---|");
        }

        foreach (var row in rows)
        {
            ours ??= row;
            var allocated = row.Allocated is { } bytes ? bytes.ToString("F0", CultureInfo.InvariantCulture) : "–";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Best:F2} | {row.Median:F2} | {1e6 / row.Best:F0} | {row.Best / ours.Best:F2} | {allocated} | {row.Rows} | {row.Rounds} | {row.Answer} |"));
        }

        return ours!;
    }
}
