namespace Diwan.Bench.Http.Load;

/// <summary>What one run of a driver saw.</summary>
/// <param name="Count">Requests, each answered rightly.</param>
/// <param name="Seconds">From the first to the last.</param>
/// <param name="ServerCpu">Microseconds of the server's CPU, user and system, a request.</param>
/// <param name="Latencies">Milliseconds of each, in ascending order.</param>
internal sealed record LoadRun(int Count, double Seconds, double ServerCpu, double[] Latencies)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Count / Seconds;

    /// <summary>Milliseconds that this share of the requests kept within.</summary>
    public double Percentile(double share) => Latencies[Math.Min(Latencies.Length - 1, (int)(Latencies.Length * share))];
}
