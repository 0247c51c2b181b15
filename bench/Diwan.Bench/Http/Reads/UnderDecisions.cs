using System.Globalization;
using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http.Reads;

/// <summary>What decisions cost readers: making a page anew, and the tail while a moderator approves one comment after the other in the very thread that is read.</summary>
internal static class UnderDecisions
{
    private const int Decisions = 200, Connections = 16, PerSecond = 20, ReadsPerSecond = 4_000;
    private const double BarMake = 5, Seconds = 4;

    /// <summary>Measures how much CPU it takes to make the page of a thread after a decision in it.</summary>
    /// <param name="server">The site.</param>
    /// <param name="desk">Has at least twice <see cref="Decisions"/> comments of the thread.</param>
    /// <param name="path">The page.</param>
    /// <param name="output">Where the line goes.</param>
    public static bool Make(ChildServer server, Desk desk, string path, TextWriter output)
    {
        using var connection = new Connection(server.Address);
        for (var warm = 0; warm < Decisions; warm++) Fresh(connection, path, desk.ApproveNext()!);
        var alone = Cpu(() => desk.ApproveNext());
        var both = Cpu(() => Fresh(connection, path, desk.ApproveNext()!));
        var make = (both - alone) / 1_000;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: a decision {alone / 1_000:F2} ms of CPU, with the page made anew and read {both / 1_000:F2} ms: {make:F2} ms for the page (bar {BarMake})."));
        return make < BarMake;

        double Cpu(Action act)
        {
            var before = server.CpuMicroseconds;
            for (var number = 0; number < Decisions; number++) act();
            return (server.CpuMicroseconds - before) / Decisions;
        }
    }

    /// <summary>Compares the tail of reading a page in quiet with that under a stream of decisions, in turn, five times each.</summary>
    public static void Tail(ChildServer server, Desk desk, string path, TextWriter output)
    {
        var reading = new Changing(path);
        List<LoadRun> quiet = [], busy = [];
        var count = (int)(ReadsPerSecond * Seconds);
        LoadDriver.Closed(server, reading, Connections, count);
        for (var run = 0; run < 5; run++)
        {
            quiet.Add(LoadDriver.Open(server, reading, Connections, count, ReadsPerSecond));
            using var ending = new CancellationTokenSource();
            var deciding = new Thread(() =>
            {
                while (!ending.IsCancellationRequested && desk.ApproveNext() is not null) ending.Token.WaitHandle.WaitOne(1_000 / PerSecond);
            });
            deciding.Start();
            busy.Add(LoadDriver.Open(server, reading, Connections, count, ReadsPerSecond));
            ending.Cancel();
            deciding.Join();
        }

        using var connection = new Connection(server.Address);
        Fresh(connection, path, desk.ApproveNext()!);
        foreach (var share in (double[])[0.5, 0.99, 0.999])
        {
            var (still, stream) = (Median(quiet, share), Median(busy, share));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} at {ReadsPerSecond} a second, {share:P1} within: {still:F2} ms in quiet, {stream:F2} ms under {PerSecond} decisions a second in that thread."));
        }
    }

    // Reads until the page shows the comment: a change is noticed a moment after the moderator has the answer.
    private static void Fresh(Connection connection, string path, string id)
    {
        for (var read = 0; read < 10_000; read++)
        {
            connection.Exchange(Reading.Bytes(path));
            if (Reading.Plain(connection.Body.ToArray()).Contains(id, StringComparison.Ordinal)) return;
        }

        throw new InvalidDataException($"{path} does not show {id}, which was approved.");
    }

    private static double Median(List<LoadRun> runs, double share) => runs.Select(run => run.Percentile(share)).Order().ElementAt(runs.Count / 2);
}
