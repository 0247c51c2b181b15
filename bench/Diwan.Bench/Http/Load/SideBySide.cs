using System.Globalization;

namespace Diwan.Bench.Http.Load;

/// <summary>Measures several servers in one run, in turn, so that what disturbs the machine for a while disturbs them all.</summary>
internal static class SideBySide
{
    private const int ClosedRuns = 15, OpenRuns = 5;

    /// <summary>Fifteen runs of each as fast as it goes, then five of each at half its own peak rate.</summary>
    /// <param name="sides">What to measure.</param>
    /// <param name="connections">Connections at once.</param>
    /// <param name="count">Requests of a run as fast as it goes; five times as many come before, for nothing, until the runtime has compiled what it will.</param>
    /// <param name="between">What else to measure in each round of the former.</param>
    public static void Measure(IReadOnlyList<Side> sides, int connections, int count, Action? between = null)
    {
        const double openSeconds = 4;
        foreach (var side in sides) side.WarmUp(connections, count * 5);
        for (var run = 0; run < ClosedRuns; run++)
        {
            foreach (var side in sides) side.RunClosed(connections, count);
            between?.Invoke();
        }

        for (var run = 0; run < OpenRuns; run++)
        {
            foreach (var side in sides) side.RunOpen(connections, openSeconds);
        }
    }

    /// <summary>Prints what was measured, a row a side.</summary>
    public static void Write(IEnumerable<Side> sides, TextWriter output)
    {
        output.WriteLine($"\n| median of {ClosedRuns} runs, of the open ones {OpenRuns} | server CPU, µs a request | least disturbed run, µs | peak, a second | at half of it: a second | p50, ms | p99, ms |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var side in sides)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {side.Name} | {side.Cpu:F1} | {side.LeastCpu:F1} | {side.Peak:F0} | {side.OpenRate:F0} | {side.P50:F2} | {side.P99:F2} |"));
        }
    }
}
