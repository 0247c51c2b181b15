using System.Diagnostics;

namespace Diwan.Bench.Http.Load;

/// <summary>Sends a bounded number of requests from threads with a connection each, and checks every answer.</summary>
internal static class LoadDriver
{
    /// <summary>Closed loop: every connection sends as soon as it has its answer. Shows the peak rate, and the CPU a request costs.</summary>
    public static LoadRun Closed(ChildServer server, IExchange exchange, int connections, int count) => Run(server, exchange, connections, count, null);

    /// <summary>Open loop: requests are due at an even rate, whether or not the server keeps up. Waiting for a free connection counts as latency.</summary>
    /// <param name="server">The server.</param>
    /// <param name="exchange">What to send.</param>
    /// <param name="connections">How many may wait for an answer at once.</param>
    /// <param name="count">How many to send.</param>
    /// <param name="rate">How many a second.</param>
    public static LoadRun Open(ChildServer server, IExchange exchange, int connections, int count, double rate) => Run(server, exchange, connections, count, rate);

    private static LoadRun Run(ChildServer server, IExchange exchange, int connections, int count, double? rate)
    {
        var latencies = new double[count];
        var next = -1;
        Exception? failure = null;
        var cpu = server.CpuMicroseconds;
        var start = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, connections).Select(_ => new Thread(Work)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (failure is not null) throw new InvalidDataException($"{exchange.GetType().Name}: {failure.Message}", failure);
        Array.Sort(latencies);
        return new(count, seconds, (server.CpuMicroseconds - cpu) / count, latencies);

        void Work()
        {
            try
            {
                using var connection = new Connection(server.Address);
                for (int number; failure is null && (number = Interlocked.Increment(ref next)) < count;)
                {
                    var due = rate is { } perSecond ? start + (long)(number / perSecond * Stopwatch.Frequency) : Stopwatch.GetTimestamp();
                    Clock.SleepUntil(due);
                    connection.Exchange(exchange.Request(number));
                    latencies[number] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
                    exchange.Check(number, connection);
                }
            }
            catch (Exception exception) when (exception is InvalidDataException or System.Net.Sockets.SocketException)
            {
                Interlocked.CompareExchange(ref failure, exception, null);
            }
        }
    }
}
