using System.Globalization;
using Diwan.Bench.Http.Load;
using Diwan.Comments.Ledger;
using Diwan.Storage;
using Diwan.Storage.Postgres;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Http.Writes;

/// <summary>What a durable submission costs a node whose site is in PostgreSQL, beside one whose site is a SQLite file.</summary>
internal static class NodesBench
{
    private const int Connections = 64, Count = 1_000;
    private const double Bar = 1.5;

    /// <summary>Measures and prints; 1 when the bar is missed or anything acknowledged is not there.</summary>
    /// <param name="program">The built <c>diwan</c>.</param>
    /// <param name="address">An empty database of PostgreSQL.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task<int> RunAsync(string program, string address, TextWriter output)
    {
        var (single, shared) = (Directory.CreateTempSubdirectory("diwan-bench-").FullName, Directory.CreateTempSubdirectory("diwan-bench-").FullName);
        await using (var store = await SqliteStore.OpenAsync(new() { Folder = single }, TimeProvider.System, NullLoggerFactory.Instance))
            await new LifelikeThreads(store, seed: 6).PublishAsync("thread");
        var options = new PostgresStoreOptions { Primary = PostgresAddress.Parse(address), Folder = shared };
        await using (var store = await PostgresStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance))
            await new LifelikeThreads(store, seed: 6).PublishAsync("thread");

        using var one = new DiwanProcess(program, single);
        using var node = new DiwanProcess(program, shared, address);
        var sent = new Submissions("thread");
        List<Side> sides = [new("submission, SQLite", one.Server, new Submissions("thread")), new("submission, a node on PostgreSQL", node.Server, sent)];
        SideBySide.Measure(sides, Connections, Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Connections} connections; {Count} submissions a run; the database's own CPU is not in it"));
        SideBySide.Write(sides, output);
        node.Server.Dispose();

        var ratio = sides[1].Cpu / sides[0].Cpu;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"On PostgreSQL a submission costs the node {ratio:F2} times what it costs on SQLite (bar {Bar})."));
        var isWhole = await IsWholeAsync(options, sent);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent.Accepted.Count} accepted; {(isWhole ? "each is there, and the ledger is sound" : "NOT all of them are there")}."));
        return isWhole && ratio <= Bar ? 0 : 1;
    }

    private static async Task<bool> IsWholeAsync(PostgresStoreOptions options, Submissions sent)
    {
        await using SiteStore store = await PostgresStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance);
        foreach (var id in sent.Accepted)
        {
            if (await store.Comments.FindAsync(id) is null) return false;
        }

        return (await new VerifyLedger(store.Ledger).RunAsync()).Findings.Count == 0;
    }
}
