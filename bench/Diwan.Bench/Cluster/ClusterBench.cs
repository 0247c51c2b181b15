using System.Globalization;
using Diwan.Bench.Http;
using Diwan.Bench.Http.Load;
using Diwan.Bench.Http.Reads;
using Diwan.Bench.Http.Writes;
using Diwan.Storage;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Cluster;

/// <summary>What a read and an accepted submission cost on each of three nodes that share PostgreSQL, beside one process with SQLite; all in turn in one run.</summary>
internal static class ClusterBench
{
    private const int Nodes = 3, Rounds = 15, Connections = 16, Reads = 20_000, Writers = 64, Writes = 500;
    private const double BarRead = 1.1, BarWrite = 1.5;

    /// <summary>Measures and prints; 1 when a bar is missed.</summary>
    /// <param name="program">The built <c>diwan</c>.</param>
    /// <param name="output">Where the tables go.</param>
    public static async Task<int> RunAsync(string program, TextWriter output)
    {
        await using var database = await Database.StartAsync();
        var folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        await using (var store = await SqliteStore.OpenAsync(new() { Folder = folder }, TimeProvider.System, NullLoggerFactory.Instance)) await FillAsync(store);
        await using (var store = await database.OpenAsync()) await FillAsync(store);
        using var alone = new DiwanProcess(program, folder);
        var folders = Enumerable.Range(0, Nodes).Select(_ => Directory.CreateTempSubdirectory("diwan-bench-").FullName).ToList();
        var nodes = folders.Select(own => ChildServer.Start(program, ["serve", "--urls", "http://127.0.0.1:0", "--no-rate-limits", "--keyless", "--data", own], database.Environment)).ToList();
        try
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Nodes} nodes, PostgreSQL with a synchronous standby on the same machine; medians of {Rounds} rounds in turn"));
            var isMet = await ReadsAsync(alone.Server, nodes, output);
            var (all, within) = Submit(alone.Server, nodes, database, output);
            await using (var store = await database.OpenAsync()) output.WriteLine($"\n{await Accepted.CheckAsync(store, all)} accepted by the nodes, each a comment of its own that is there; the ledger is sound.");
            isMet &= within;
            await StoreTurns.RunAsync(database, output);
            return isMet ? 0 : 1;
        }
        finally
        {
            nodes.ForEach(node => node.Dispose());
            folders.ForEach(own => Directory.Delete(own, recursive: true));
        }
    }

    private static async Task FillAsync(SiteStore store)
    {
        var threads = new LifelikeThreads(store, seed: 6);
        await threads.FillAsync(await threads.PublishAsync("thread-20"), 20);
        await threads.PublishAsync("thread-empty");
    }

    private static async Task<bool> ReadsAsync(ChildServer alone, List<ChildServer> nodes, TextWriter output)
    {
        var isMet = true;
        foreach (var (name, path) in ((string, string)[])[("page of 20", "/articles/thread-20"), ("JSON of 20", "/api/v1/articles/thread-20/comments")])
        {
            var sides = new List<Side>();
            foreach (var (side, server) in nodes.Select((node, number) => (Title(number), node)).Prepend(("one process, SQLite", alone)))
                sides.Add(new(side, server, new Reading(path, (await Settled.ReadAsync(server, path)).Length, null)));
            foreach (var side in sides) side.WarmUp(Connections, Reads * 3);
            for (var round = 0; round < Rounds; round++) sides.ForEach(side => side.RunClosed(Connections, Reads));
            output.WriteLine($"\n| {name} | server CPU, µs a read | least disturbed run, µs | times one process's (bar {BarRead.ToString(CultureInfo.InvariantCulture)}) |\n|---|---:|---:|---:|");
            foreach (var side in sides)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {side.Name} | {side.Cpu:F1} | {side.LeastCpu:F1} | {side.Cpu / sides[0].Cpu:F2} |"));
            isMet &= sides.TrueForAll(side => side.Cpu <= sides[0].Cpu * BarRead);
        }

        return isMet;
    }

    private static (IReadOnlyCollection<string> Accepted, bool IsMet) Submit(ChildServer alone, List<ChildServer> nodes, Database database, TextWriter output)
    {
        var sides = new List<(Side Side, List<double> Primary, List<double> Standby)>();
        // One series for all nodes: a key that another node has had is answered without writing anything.
        var shared = new Submissions("thread-empty");
        foreach (var (name, server, sent) in nodes.Select((node, number) => (Title(number), node, shared)).Prepend(("one process, SQLite", alone, new("thread-empty"))))
            sides.Add((new(name, server, sent), [], []));
        foreach (var (side, _, _) in sides) side.WarmUp(Writers, Writes * 6);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (side, primary, standby) in sides)
            {
                var (first, second) = (database.Primary.Process!.CpuMicroseconds, database.Standby.Process!.CpuMicroseconds);
                side.RunClosed(Writers, Writes);
                primary.Add((database.Primary.Process!.CpuMicroseconds - first) / Writes);
                standby.Add((database.Standby.Process!.CpuMicroseconds - second) / Writes);
            }
        }

        output.WriteLine($"\n| accepted submission | node's CPU, µs | primary's, µs | standby's, µs | node's, times one process's (bar {BarWrite.ToString(CultureInfo.InvariantCulture)}) | node's and primary's, times | a second |\n|---|---:|---:|---:|---:|---:|---:|");
        var sqlite = sides[0].Side.Cpu;
        foreach (var (side, primary, standby) in sides)
        {
            var isNode = side != sides[0].Side;
            var (first, second) = isNode ? (Median(primary), Median(standby)) : (0, 0);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {side.Name} | {side.Cpu:F0} | {first:F0} | {second:F0} | {side.Cpu / sqlite:F2} | {(side.Cpu + first) / sqlite:F2} | {side.Peak:F0} |"));
        }

        return (shared.Accepted, sides.TrueForAll(one => one.Side.Cpu <= sqlite * BarWrite));
    }

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"node {number + 1} of {Nodes}");

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
