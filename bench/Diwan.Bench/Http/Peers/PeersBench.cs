using System.Globalization;
using System.Text;
using System.Text.Json;
using Diwan.Bench.Http.Load;
using Diwan.Bench.Http.Reads;
using Diwan.Bench.Http.Writes;
using Diwan.Comments.Publishing;
using Diwan.Comments.Submitting;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Http.Peers;

/// <summary>Diwan beside a comment server that a publisher can install from npm: the same comments, the same first views, counts and submissions.</summary>
internal static class PeersBench
{
    private const int Connections = 16, Rounds = 5, Fronts = 20;

    // Requests a run: each server's runs last about as long.
    private const int Ours = 20_000, OurPosts = 4_000, Its = 150;

    /// <summary>Measures and prints; 1 when Diwan is not the cheaper one everywhere.</summary>
    /// <param name="program">The built <c>diwan</c>.</param>
    /// <param name="script"><c>bench/peers/servers/waline.cjs</c>.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task<int> RunAsync(string program, string script, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        var threads = await FillAsync(folder);
        using var diwan = new DiwanProcess(program, folder);
        using var waline = new Waline(script);
        foreach (var (name, thread) in threads) waline.Fill($"/{name}/", thread);
        var (mine, its) = (new Submissions("thread-20"), new WalinePosts());
        var counts = Enumerable.Range(0, Fronts).ToList();
        (string Name, IExchange Mine, IExchange Its)[] rows =
        [
            ("first view of 20 comments", await OursAsync(diwan.Server, "/api/v1/articles/thread-20/comments", 20), First(waline.Server, 20)),
            ("first view of 1,000 comments", await OursAsync(diwan.Server, "/api/v1/articles/thread-1000/comments", 20), First(waline.Server, 1_000)),
            ("counts of 20 articles", await OursAsync(diwan.Server, "/api/v1/counts?" + string.Join('&', counts.Select(front => $"url=https://news.example/front-{front}")), 0),
                Theirs(waline.Server, "/api/comment?type=count&url=" + string.Join(',', counts.Select(front => $"/front-{front}/")), data => data.EnumerateArray().Select(count => count.GetInt32()).SequenceEqual(counts))),
            ("a submission", mine, its),
        ];
        output.WriteLine($"{Connections} connections; server CPU a request, its worker's included; medians of {Rounds} runs\n");
        output.WriteLine("| | Diwan, ms | Waline 1.39.3, ms | times | Diwan, a second | Waline, a second | Diwan, bytes | Waline, bytes |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        var isCheaper = true;
        foreach (var (name, ours, theirs) in rows)
        {
            Side[] sides = [new(name, diwan.Server, ours), new(name, waline.Server, theirs)];
            var count = ours is Submissions ? OurPosts : Ours;
            sides[0].WarmUp(Connections, count * 5);
            sides[1].WarmUp(Connections, Its);
            for (var round = 0; round < Rounds; round++)
            {
                sides[0].RunClosed(Connections, count);
                sides[1].RunClosed(Connections, Its);
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {sides[0].Cpu / 1000:F3} | {sides[1].Cpu / 1000:F1} | {sides[1].Cpu / sides[0].Cpu:F0} | {sides[0].Peak:F0} | {sides[1].Peak:F0} | {Length(ours)} | {Length(theirs)} |"));
            isCheaper &= sides[0].Cpu < sides[1].Cpu;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nSubmissions were taken in and on disk before the answer: {mine.Accepted.Count} by Diwan, judged and recorded in the ledger; {its.Accepted} by Waline, none of them judged."));
        return isCheaper ? 0 : 1;
    }

    private static string Length(IExchange exchange) => exchange is Reading reading ? reading.Length.ToString(CultureInfo.InvariantCulture) : "";

    private static async Task<Dictionary<string, List<Comment>>> FillAsync(string folder)
    {
        await using var store = await SqliteStore.OpenAsync(new() { Folder = folder }, TimeProvider.System, NullLoggerFactory.Instance);
        var threads = new LifelikeThreads(store, seed: 6);
        var made = new Dictionary<string, List<Comment>>();
        foreach (var (name, count) in Enumerable.Range(0, Fronts).Select(front => ($"front-{front}", front)).Concat([("thread-20", 20), ("thread-1000", 1_000)]))
        {
            await threads.FillAsync(await threads.PublishAsync(name), count);
            made[name] = [];
            ThreadPage? page = null;
            do
            {
                page = await store.Comments.PageAsync(new(name, ThreadSort.Oldest, page?.Next, 100));
                made[name].AddRange(page.Comments);
            }
            while (page.Next is not null);

            // What is answered comes before its answers.
            made[name] = [.. made[name].OrderBy(comment => comment.Depth)];
            if (made[name].Count != count) throw new InvalidDataException($"{name} does not hold {count} comments.");
        }

        return made;
    }

    // What a reader under load gets, which must then be the same each time.
    private static async Task<Reading> OursAsync(ChildServer server, string path, int comments)
    {
        var body = await Settled.ReadAsync(server, path);
        using var answer = JsonDocument.Parse(body is [(byte)'{', ..] ? Encoding.UTF8.GetString(body) : Reading.Plain(body));
        if (comments > 0 && answer.RootElement.GetProperty("comments").GetArrayLength() != comments) throw new InvalidDataException($"{path}: not {comments} comments.");
        return new(path, body.Length, body);
    }

    // What its widget asks for first: ten conversations, the newest first.
    private static Reading First(ChildServer server, int comments) => Theirs(server, $"/api/comment?path=/thread-{comments}/&pageSize=10&page=1&sortBy=insertedAt_desc", data => data.GetProperty("count").GetInt32() == comments);

    private static Reading Theirs(ChildServer server, string path, Func<JsonElement, bool> isRight)
    {
        using var connection = new Connection(server.Address);
        connection.Exchange(Reading.Bytes(path));
        using var answer = JsonDocument.Parse(connection.Body.ToArray());
        if (!isRight(answer.RootElement.GetProperty("data"))) throw new InvalidDataException($"{path}: {Encoding.UTF8.GetString(connection.Body)}");
        return new(path, connection.Body.Length, null);
    }
}
