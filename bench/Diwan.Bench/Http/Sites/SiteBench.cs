using System.Diagnostics;
using System.Globalization;
using System.Text;
using Diwan.Bench.Http.Load;
using Diwan.Bench.Http.Reads;
using Diwan.Comments.Accounts;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Http.Sites;

/// <summary>A whole site: a million comments under ten thousand articles, how long it takes to be ready, and what an hour of readers, authors and a moderator does to its memory.</summary>
internal static class SiteBench
{
    // A busy hour of a large newsroom: 50 views a second, a comment a second, each looked at.
    private const int Connections = 16, Hour = 200_000, Starts = 5;
    private const double BarResident = 250, BarReady = 2_000;

    /// <summary>Name and id of the article in a place.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"article-{number}");

    /// <summary>Measures and prints; 1 when a bar is missed.</summary>
    /// <param name="program">The built <c>diwan</c>.</param>
    /// <param name="comments">Comments of the site, about.</param>
    /// <param name="articles">Articles of the site; a multiple of 20.</param>
    /// <param name="output">Where the lines go.</param>
    public static async Task<int> RunAsync(string program, int comments, int articles, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        var popularity = new Popularity(articles);
        var (stored, token) = await FillAsync(folder, popularity, comments, articles, output);
        var ready = Enumerable.Range(0, Starts).Select(_ => Start(program, folder)).Order().ElementAt(Starts / 2);
        using var diwan = new DiwanProcess(program, folder);
        var fresh = Proc.Read(diwan.Server.Id);
        var visits = new Visits(popularity, articles, seed: 6);
        using var desk = new Desk(diwan.Server, token, []);
        var (run, decided) = await HourAsync(diwan.Server, visits, desk);
        var after = Proc.Read(diwan.Server.Id);
        Line(output, $"{stored} comments under {articles} articles: ready {ready:F0} ms after the start (bar {BarReady}); resident then {fresh.Resident:F0} MiB, {fresh.Own:F0} of them its own.");
        Line(output, $"An hour in {run.Seconds:F0} s: {run.Count} requests, of them {visits.Accepted} comments, and {decided} decisions; {run.ServerCpu:F0} µs of CPU each; p50 {run.Percentile(0.5):F2} ms, p99 {run.Percentile(0.99):F2} ms.");
        Line(output, $"Resident after it {after.Resident:F0} MiB, {after.Own:F0} of them its own, at most {after.Highest:F0} (bar {BarResident}).");
        HitRate(diwan.Server, output);
        return ready <= BarReady && after.Highest <= BarResident ? 0 : 1;
    }

    private static async Task<(int Stored, string Token)> FillAsync(string folder, Popularity popularity, int comments, int articles, TextWriter output)
    {
        await using var store = await SqliteStore.OpenAsync(new() { Folder = folder }, TimeProvider.System, NullLoggerFactory.Instance);
        var threads = new LifelikeThreads(store, seed: 6);
        var start = Stopwatch.GetTimestamp();
        List<Task> filling = [];
        var (stored, atOnce) = (0, 0);
        for (var number = 0; number < articles; number++)
        {
            var article = await threads.PublishAsync(NameOf(number));
            var count = (int)Math.Round(popularity.Share(number) * comments);
            stored += count;
            // As many at once as the writer lets wait; long threads are filled 512 at a time.
            filling.Add(threads.FillAsync(article, count));
            if ((atOnce += Math.Min(count, 512)) > 400)
            {
                await Task.WhenAll(filling);
                filling.Clear();
                atOnce = 0;
            }
        }

        await Task.WhenAll(filling);
        var names = Enumerable.Range(0, articles).Select(NameOf).ToList();
        var counted = (await store.Comments.CountsAsync(names)).Values.Sum();
        if (counted != stored) throw new InvalidDataException($"{counted} comments are published instead of {stored}.");
        var rate = stored / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Line(output, $"Filled: {rate:F0} comments a second taken in and published, each durable.");
        return (stored, await new ManageTokens(store.Accounts, TimeProvider.System).CreateAsync(Role.Moderator, null, days: 1));
    }

    // Milliseconds from starting the program to its first "ready".
    private static double Start(string program, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        using var server = ChildServer.Start(program, "serve", "--urls", "http://127.0.0.1:0", "--data", folder);
        using var connection = new Connection(server.Address);
        do connection.Exchange(Reading.Bytes("/health/ready"));
        while (connection.Status != 200);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<(LoadRun Run, int Decided)> HourAsync(ChildServer server, Visits visits, Desk desk)
    {
        var hour = Task.Run(() => LoadDriver.Closed(server, visits, Connections, Hour));
        while (!hour.IsCompleted || !visits.Waiting.IsEmpty)
        {
            if (visits.Waiting.TryDequeue(out var id)) desk.Add(id);
            else await Task.WhenAny(hour, Task.Delay(10));
            while (desk.ApproveNext() is not null)
            {
                // One after the other, as a person does.
            }
        }

        return (await hour, desk.Made);
    }

    private static void HitRate(ChildServer server, TextWriter output)
    {
        using var connection = new Connection(server.Address);
        connection.Exchange("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8);
        var lines = Encoding.UTF8.GetString(connection.Body).Split('\n');
        var (asked, made, kept) = (Of("diwan_pages_asked"), Of("diwan_pages_made"), Of("diwan_pages_kept"));
        Line(output, $"Page cache: {1 - (made / asked):P1} of {asked:F0} answers were kept ones; {kept / 1024 / 1024:F1} MiB are kept.");

        double Of(string name) => double.Parse(
            lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
