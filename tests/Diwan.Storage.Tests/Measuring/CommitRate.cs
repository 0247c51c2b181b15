using System.Diagnostics;
using System.Globalization;
using Diwan.Storage.Tests.Sqlite;

namespace Diwan.Storage.Tests.Measuring;

/// <summary>Measures durable comments a second beside what the disk itself can do: <c>Diwan.Storage.Tests measure FOLDER</c>.</summary>
internal static class CommitRate
{
    public const string Verb = "measure";

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string folder)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fsync of 4 KiB appended: {Syncs(folder):N0}/s"));
        foreach (var writers in (int[])[1, 16, 64])
        {
            var rate = await AddsAsync(Path.Combine(folder, $"w{writers}"), writers);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writers} writers: {rate:N0} durable comments/s"));
        }
    }

    private static double Syncs(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        var watch = Stopwatch.StartNew();
        var count = 0;
        for (; watch.Elapsed < Time; count++)
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> AddsAsync(string folder, int writers)
    {
        await using var store = await SqliteUnderTest.OpenAsync(folder);
        var article = Some.Article();
        await store.Articles.SaveAsync(article);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; watch.Elapsed < Time; count++) await store.Comments.AddAsync(Some.New(Some.Comment(article.Id), authorKey: "author"));
            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
