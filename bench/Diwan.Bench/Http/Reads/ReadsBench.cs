using System.Globalization;
using System.Text;
using System.Text.Json;
using Diwan.Bench.Http.Load;
using Diwan.Comments.Accounts;
using Diwan.Comments.Publishing;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Http.Reads;

/// <summary>What reading costs: pages and threads of 20, of 1,000 and of very many comments, beside bare Kestrel and nginx with the same compressed bytes.</summary>
internal static class ReadsBench
{
    private const int Connections = 16, Count = 20_000, Fronts = 20;
    private const double BarCpu = 1.25, BarTail = 2, BarDepth = 1.1;

    /// <summary>Measures and prints; 1 when a bar is missed.</summary>
    /// <param name="program">The built <c>diwan</c>.</param>
    /// <param name="deep">Comments of the longest thread.</param>
    /// <param name="only">What the names of the targets to measure begin with; empty for all of them and the depth.</param>
    /// <param name="output">Where the tables go.</param>
    public static async Task<int> RunAsync(string program, int deep, string only, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        var (ids, waiting, token) = await FillAsync(folder, deep);
        using var diwan = new DiwanProcess(program, folder);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Connections} connections; {Count} requests a run; brotli; threads of 20, 1000 and {deep} comments\n"));
        var isMet = true;
        foreach (var (name, path, thread, most) in Targets().Where(target => target.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            var body = await Settled.ReadAsync(diwan.Server, path);
            CheckBody(path, body, thread is null ? [] : ids[thread]);
            var isPage = path.StartsWith("/articles/", StringComparison.Ordinal);
            var type = isPage ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
            var file = name.Replace(' ', '-');
            await File.WriteAllBytesAsync(Path.Combine(folder, file), body);
            using var bare = ChildServer.Start(Environment.ProcessPath!, BareKestrel.Verb, Path.Combine(folder, file), type);
            using var nginx = Nginx.Start(folder, file, type);
            List<Side> sides = [new(name, diwan.Server, new Reading(path, body.Length, isPage ? null : body)), new("bare Kestrel", bare, new Reading("/" + file, body.Length, body))];
            if (nginx is not null) sides.Add(new("nginx", nginx, new Reading("/" + file, body.Length, body)));
            SideBySide.Measure(sides, Connections, Count);
            SideBySide.Write(sides, output);
            var (cpu, tail) = (sides[0].Cpu / sides[1].Cpu, sides[0].P99 / sides[1].P99);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {body.Length} bytes; {sides[0].Cpu:F1} µs of CPU (bar {most}), {cpu:F2} times bare Kestrel's{(thread is null ? "" : $" (bar {BarCpu})")}, p99 {tail:F2} times{(thread is null ? "" : $" (bar {BarTail})")}{(nginx is null ? "" : $", CPU {sides[0].Cpu / sides[2].Cpu:F2} times nginx's")}."));
            isMet &= sides[0].Cpu <= most && (thread is null || (cpu <= BarCpu && tail <= BarTail));
        }

        if (only.Length == 0 || "depth".StartsWith(only, StringComparison.Ordinal)) isMet &= Depth(diwan.Server, deep, output);
        if (only.Length == 0 || "decisions".StartsWith(only, StringComparison.Ordinal))
        {
            foreach (var (thread, held) in waiting)
            {
                using var desk = new Desk(diwan.Server, token, held);
                isMet &= UnderDecisions.Make(diwan.Server, desk, $"/articles/{thread}", output);
                UnderDecisions.Tail(diwan.Server, desk, $"/articles/{thread}", output);
            }
        }

        return isMet ? 0 : 1;
    }

    // With the microseconds of CPU that a request may cost. Counts have only that bar: what they are asked for differs from front page to front page.
    private static IEnumerable<(string Name, string Path, string? Thread, double Most)> Targets() =>
    [
        ("page of 20", "/articles/thread-20", "thread-20", 30), ("page of 1000", "/articles/thread-1000", "thread-1000", 40),
        ("JSON of 20", "/api/v1/articles/thread-20/comments", "thread-20", 30), ("JSON of 1000", "/api/v1/articles/thread-1000/comments", "thread-1000", 40),
        ("counts of 20", "/api/v1/counts?" + string.Join('&', Enumerable.Range(0, Fronts).Select(number => $"url=https://news.example/front-{number}")), null, 30),
    ];

    // The first page of a thread must not know how long the thread is: the same page size, CPU beside CPU, in turn.
    private static bool Depth(ChildServer server, int deep, TextWriter output)
    {
        Side[] sides = [.. ((string[])["thread-10", "thread-deep"]).Select(thread =>
        {
            var path = $"/api/v1/articles/{thread}/comments?limit=10";
            return new Side(thread == "thread-10" ? "first 10 of 10" : string.Create(CultureInfo.InvariantCulture, $"first 10 of {deep}"), server, new Reading(path, Settled.First(server, path).Length, null));
        })];
        SideBySide.Measure(sides, Connections, Count / 4);
        SideBySide.Write(sides, output);
        var ratio = sides[1].Cpu / sides[0].Cpu;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Made anew at each request: {ratio:F2} times the CPU (bar {BarDepth})."));
        return ratio <= BarDepth;
    }

    private static async Task<(Dictionary<string, IReadOnlyList<string>> Ids, Dictionary<string, IReadOnlyList<string>> Waiting, string Token)> FillAsync(string folder, int deep)
    {
        await using var store = await SqliteStore.OpenAsync(new() { Folder = folder }, TimeProvider.System, NullLoggerFactory.Instance);
        var threads = new LifelikeThreads(store, seed: 6);
        var ids = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, count) in ((string, int)[])[("thread-10", 10), ("thread-20", 20), ("thread-1000", 1_000), ("thread-deep", deep)])
        {
            await threads.FillAsync(await threads.PublishAsync(name), count);
            ids[name] = [.. (await store.Comments.PageAsync(new(name, ThreadSort.Newest, null, 20))).Comments.Select(comment => comment.Id)];
            if ((await store.Comments.CountsAsync([name]))[name] != count) throw new InvalidDataException($"{name} does not hold {count} comments.");
        }

        for (var number = 0; number < Fronts; number++) await threads.FillAsync(await threads.PublishAsync($"front-{number}"), number);
        var waiting = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var name in (string[])["thread-10", "thread-1000", "thread-deep"]) waiting[name] = await threads.HoldAsync((await store.Articles.FindAsync(name))!, 1_500);
        return (ids, waiting, await new ManageTokens(store.Accounts, TimeProvider.System).CreateAsync(Role.Moderator, null, days: 1));
    }

    // A fast wrong answer is no answer: the comments are there, all of them and in order.
    private static void CheckBody(string path, byte[] body, IReadOnlyList<string> ids)
    {
        if (path.StartsWith("/api/v1/counts", StringComparison.Ordinal))
        {
            using var counts = JsonDocument.Parse(body[0] == '{' ? Encoding.UTF8.GetString(body) : Reading.Plain(body));
            var right = Enumerable.Range(0, Fronts).All(number => counts.RootElement.GetProperty("counts").GetProperty($"https://news.example/front-{number}").GetInt32() == number);
            if (!right) throw new InvalidDataException("The counts are wrong.");
            return;
        }

        var text = Reading.Plain(body);
        if (path.StartsWith("/articles/", StringComparison.Ordinal))
        {
            // A page shows conversations whole, so its order is its own: as many comments as it promises, each once.
            var shown = text.Split("id=\"comment-").Skip(1).Select(part => part[..32]).ToList();
            if (shown.Count < ids.Count || shown.Distinct().Count() != shown.Count || !shown.All(id => id.All(char.IsAsciiHexDigitLower)))
                throw new InvalidDataException($"{path}: {shown.Count} comments.");
            return;
        }

        var at = -1;
        foreach (var id in ids)
        {
            at = text.IndexOf(id, at + 1, StringComparison.Ordinal);
            if (at < 0) throw new InvalidDataException($"{path}: comment {id} is missing or out of order.");
        }
    }
}
