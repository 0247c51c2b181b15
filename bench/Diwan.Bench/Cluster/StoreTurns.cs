using System.Diagnostics;
using System.Globalization;
using Diwan.Bench.Http;
using Diwan.Comments.Publishing;
using Diwan.Storage;

namespace Diwan.Bench.Cluster;

/// <summary>What the store of a node costs by itself, without HTTP: how writes share commits, and what the database does for a comment and for a page.</summary>
internal static class StoreTurns
{
    private static readonly (int AtOnce, int Count)[] Loads = [(1, 150), (4, 400), (16, 1_200), (64, 3_000), (256, 6_000)];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(Database database, TextWriter output)
    {
        await using var store = await database.OpenAsync();
        var threads = new LifelikeThreads(store, seed: 6);
        var article = await threads.PublishAsync("turns");
        await AddAsync(store, article, 64, 2_000, from: 0);
        var from = 10_000;
        output.WriteLine("\n| comments sent at once | a second | a commit holds | CPU of the primary, µs a comment | of the standby, µs | of the node's store, µs | log, bytes a comment |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        var measured = new List<(int AtOnce, double Rate, double Group)>();
        foreach (var (atOnce, count) in Loads)
        {
            var (primary, standby, node) = (database.Primary.Process!.CpuMicroseconds, database.Standby.Process!.CpuMicroseconds, Environment.CpuUsage.TotalTime.TotalMicroseconds);
            var (log, commits) = (await database.LogBytesAsync(), store.Writes.Commits);
            var start = Stopwatch.GetTimestamp();
            await AddAsync(store, article, atOnce, count, from);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            from += count;
            var group = (double)count / (store.Writes.Commits - commits);
            measured.Add((atOnce, count / seconds, group));
            var logged = (await database.LogBytesAsync() - log) / count;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {atOnce} | {count / seconds:F0} | {group:F1} | {(database.Primary.Process!.CpuMicroseconds - primary) / count:F0} | {(database.Standby.Process!.CpuMicroseconds - standby) / count:F0} | {(Environment.CpuUsage.TotalTime.TotalMicroseconds - node) / count:F0} | {logged:F0} |"));
        }

        var turn = Turn.Of(measured[0], measured[^1]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA turn of a writer, from the first and the last row: {turn.Fixed:F0} µs and {turn.Each:F0} µs for each comment; a commit holds {turn.Gathered:P0} of those sent at once."));
        await SizesAsync(database, threads, store, output);
    }

    // A published comment with everything about it, and a page read from the database.
    private static async Task SizesAsync(Database database, LifelikeThreads threads, SiteStore store, TextWriter output)
    {
        const int Comments = 5_000, Reads = 2_000;
        var article = await threads.PublishAsync("sizes");
        var (log, disk) = (await database.LogBytesAsync(), await database.DiskBytesAsync());
        await threads.FillAsync(article, Comments);
        await database.Primary.ExecuteAsync("CHECKPOINT", "diwan");
        var (logOf, diskOf) = ((await database.LogBytesAsync() - log) / Comments, (await database.DiskBytesAsync() - disk) / Comments);
        for (var warm = 0; warm < 200; warm++) await store.Comments.PageAsync(new(article.Id, ThreadSort.Newest, null, 20));
        var (primary, node) = (database.Primary.Process!.CpuMicroseconds, Environment.CpuUsage.TotalTime.TotalMicroseconds);
        for (var read = 0; read < Reads; read++)
        {
            var page = await store.Comments.PageAsync(new(article.Id, ThreadSort.Newest, null, 20));
            if (page.Comments.Count != 20) throw new InvalidDataException($"A page of {page.Comments.Count} comments.");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A comment and its approval: {logOf:F0} bytes of log, {diskOf:F0} bytes on disk. The first page of a thread of {Comments}: {(database.Primary.Process!.CpuMicroseconds - primary) / Reads:F0} µs of the database's CPU, {(Environment.CpuUsage.TotalTime.TotalMicroseconds - node) / Reads:F0} µs of the node's store."));
    }

    private static async Task AddAsync(SiteStore store, Diwan.Comments.Articles.Article article, int atOnce, int count, int from)
    {
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) < from + count;) await store.Comments.AddAsync(LifelikeThreads.Waiting(article, number));
        })));
    }
}
