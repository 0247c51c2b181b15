namespace Diwan.Bench.Http.Load;

/// <summary>One of the things measured side by side, with the runs made of it so far.</summary>
/// <param name="name">As the tables call it.</param>
/// <param name="server">Its process.</param>
/// <param name="exchange">What it is asked, and must answer.</param>
internal sealed class Side(string name, ChildServer server, IExchange exchange)
{
    private readonly List<LoadRun> closed = [];
    private readonly List<LoadRun> open = [];

    /// <summary>As the tables call it.</summary>
    public string Name => name;

    /// <summary>Microseconds of the server's CPU a request: the median of the closed runs.</summary>
    public double Cpu => Median(closed, run => run.ServerCpu);

    /// <summary>The same of the run that was disturbed least.</summary>
    public double LeastCpu => closed.Min(run => run.ServerCpu);

    /// <summary>Requests a second at the peak: the median of the closed runs.</summary>
    public double Peak => Median(closed, run => run.Rate);

    /// <summary>Requests a second of the open runs.</summary>
    public double OpenRate => Median(open, run => run.Rate);

    /// <summary>Milliseconds that half of the requests of an open run kept within: the median of the runs.</summary>
    public double P50 => Median(open, run => run.Percentile(0.5));

    /// <summary>Milliseconds that 99 of 100 requests of an open run kept within: the median of the runs.</summary>
    public double P99 => Median(open, run => run.Percentile(0.99));

    /// <summary>Sends requests that count for nothing, until the runtime has compiled what it will.</summary>
    public void WarmUp(int connections, int count) => LoadDriver.Closed(server, exchange, connections, count);

    /// <summary>One run as fast as it goes.</summary>
    public void RunClosed(int connections, int count) => closed.Add(LoadDriver.Closed(server, exchange, connections, count));

    /// <summary>One run at half the peak rate.</summary>
    public void RunOpen(int connections, double seconds) => open.Add(LoadDriver.Open(server, exchange, connections, (int)(Peak / 2 * seconds), Peak / 2));

    private static double Median(List<LoadRun> runs, Func<LoadRun, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
}
