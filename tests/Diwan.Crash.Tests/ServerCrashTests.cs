using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Diwan.Crash.Tests;

/// <summary>Nothing lost: the real executable, killed twenty times while sixteen connections write.</summary>
public sealed partial class ServerCrashTests
{
    private const int Seed = 20261122;
    private const int Kills = 20;

    [Fact]
    public async Task Every_acknowledged_comment_and_decision_is_there_once_after_twenty_kills()
    {
        var ct = TestContext.Current.CancellationToken;
        var data = Directory.CreateTempSubdirectory("diwan-crash-");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
        var random = new Random(Seed);
        Writers? writers = null;
        try
        {
            for (var round = 0; round < Kills; round++)
            {
                await using var diwan = await DiwanProcess.ServeAsync(data.FullName, http, ct);
                writers ??= await PrepareAsync(http, diwan.Address, data.FullName, ct);
                await writers.RunAsync(diwan.Address, random.Next(1, 300), diwan.KillAsync, ct);
            }

            await using var last = await DiwanProcess.ServeAsync(data.FullName, http, ct);
            await CheckAsync(http, last.Address, data.FullName, writers!, ct);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<Writers> PrepareAsync(HttpClient http, Uri server, string data, CancellationToken ct)
    {
        var page = await http.GetStringAsync(server, ct);
        var slug = ArticleLink().Match(page).Groups[1].Value;
        Assert.NotEmpty(slug);
        return new(http, slug, await TokenAsync(data, ct));
    }

    private static async Task CheckAsync(HttpClient http, Uri server, string data, Writers writers, CancellationToken ct)
    {
        var token = await TokenAsync(data, ct);
        var stored = new Dictionary<string, (string State, int Version, string Text)>();
        foreach (var state in (string[])["pending", "approved", "rejected"])
        {
            foreach (var item in await QueueAsync(http, server, state, token, ct))
                Assert.True(
                    stored.TryAdd(item.GetProperty("id").GetString()!, (state, item.GetProperty("version").GetInt32(), item.GetProperty("text").GetString()!)),
                    "a comment is there twice");
        }

        Assert.Equal(stored.Count, stored.Values.Select(each => each.Text).Distinct().Count());
        Assert.True(writers.Comments.Count >= Kills && !writers.Approved.IsEmpty);
        foreach (var (id, text) in writers.Comments)
        {
            Assert.True(stored.TryGetValue(id, out var found), $"the acknowledged comment {id} is lost");
            Assert.Equal(text, found.Text);
            // Version 1 is the decision on receipt, 2 the approval; a third would be one made twice.
            if (writers.Approved.ContainsKey(id)) Assert.Equal(("approved", 2), (found.State, found.Version));
            else Assert.InRange(found.Version, 1, 2);
        }
    }

    private static async Task<List<JsonElement>> QueueAsync(HttpClient http, Uri server, string state, string token, CancellationToken ct)
    {
        var items = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var cursor = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, $"/api/v1/desk/queue?state={state}&order=oldest&limit=200{cursor}"))
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            };
            using var response = await http.SendAsync(request, ct);
            response.EnsureSuccessStatusCode();
            var page = await response.Content.ReadFromJsonAsync<JsonElement>(ct);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (!page.TryGetProperty("next", out var next) || next.ValueKind is JsonValueKind.Null) return items;
            after = next.GetString();
        }
    }

    private static Task<string> TokenAsync(string data, CancellationToken ct) =>
        DiwanProcess.RunAsync(ct, "token", "create", "--role", "moderator", "--account", "crash", "--data", data);

    [GeneratedRegex("href=\"/articles/([a-z0-9-]+)\"")]
    private static partial Regex ArticleLink();
}
