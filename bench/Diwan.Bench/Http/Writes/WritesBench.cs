using System.Globalization;
using Diwan.Bench.Http.Load;
using Diwan.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Http.Writes;

/// <summary>What a durable submission costs, judged and recorded, under an empty article and under one with very many comments.</summary>
internal static class WritesBench
{
    private const int Connections = 64, Count = 4_000;
    private const double BarCpu = 300, BarDepth = 1.1;

    /// <summary>Measures and prints; 1 when a bar is missed.</summary>
    /// <param name="program">The built <c>diwan</c>.</param>
    /// <param name="deep">Comments of the long thread before anything is sent.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task<int> RunAsync(string program, int deep, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        await FillAsync(folder, deep);
        var syncs = Disk.SyncsPerSecond(folder, 2);
        using var diwan = new DiwanProcess(program, folder);
        var submissions = ((string[])["thread-empty", "thread-deep"]).Select(thread => new Submissions(thread)).ToList();
        List<Side> sides =
        [
            new("submission under an article without comments", diwan.Server, submissions[0]),
            new(string.Create(CultureInfo.InvariantCulture, $"the same under one with {deep}"), diwan.Server, submissions[1]),
        ];
        SideBySide.Measure(sides, Connections, Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Connections} connections; {Count} submissions a run"));
        SideBySide.Write(sides, output);
        diwan.Server.Dispose();

        var ratio = sides[1].Cpu / sides[0].Cpu;
        var sent = submissions.Sum(one => one.Accepted.Count);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A submission: {sides[0].Cpu / 1000:F3} ms of CPU (bar {BarCpu / 1000}); under the long thread {ratio:F2} times that (bar {BarDepth}). The disk alone: {syncs:F0} syncs a second, one at a time."));
        var isWhole = IsStored(folder, [.. submissions.SelectMany(one => one.Accepted)], deep);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent} accepted; {(isWhole ? "each of them is in the database once, with its judgement, its decision and its entries in the ledger" : "NOT all of them are in the database")}."));
        return isWhole && sides[0].Cpu <= BarCpu && ratio <= BarDepth ? 0 : 1;
    }

    private static async Task FillAsync(string folder, int deep)
    {
        await using var store = await SqliteStore.OpenAsync(new() { Folder = folder }, TimeProvider.System, NullLoggerFactory.Instance);
        var threads = new LifelikeThreads(store, seed: 6);
        await threads.PublishAsync("thread-empty");
        await threads.FillAsync(await threads.PublishAsync("thread-deep"), deep);
    }

    // What was promised is there, counted without the program's help.
    private static bool IsStored(string folder, IReadOnlyList<string> accepted, int deep)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "diwan.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var stored = new HashSet<string>();
        using var rows = connection.CreateCommand();
        rows.CommandText = "SELECT c.id FROM comments c JOIN judgements j ON j.comment_id = c.id WHERE (SELECT count(*) FROM decisions d WHERE d.comment_id = c.id AND d.version = 1) = 1";
        using (var reader = rows.ExecuteReader())
        {
            while (reader.Read()) stored.Add(reader.GetString(0));
        }

        using var all = connection.CreateCommand();
        all.CommandText = "SELECT count(*) FROM comments";
        using var entries = connection.CreateCommand();
        entries.CommandText = "SELECT count(*) FROM ledger";
        return accepted.Distinct().Count() == accepted.Count && accepted.All(stored.Contains) && (long)all.ExecuteScalar()! == accepted.Count + deep
            && (long)entries.ExecuteScalar()! >= 2L * stored.Count;
    }
}
