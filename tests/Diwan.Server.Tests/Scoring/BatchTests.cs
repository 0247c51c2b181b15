using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Diwan.Comments.Accounts;

namespace Diwan.Server.Tests.Scoring;

/// <summary><c>score:batch</c>: lines in, lines out, in order, whatever they hold.</summary>
public sealed class BatchTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    private const string Batch = "/api/v1/score:batch";

    [Fact]
    public async Task Each_line_is_answered_in_its_place()
    {
        var lines = await ScoreAsync("""
            {"id":"1","text":"You are a stupid fool and nobody likes you."}
            {"id":{"article":7},"text":"هذا المقال ممتاز، شكرا جزيلا للكاتب على هذه المعلومات المفيدة","language":"en"}

            {"text":"Thank you."}
            """);

        Assert.Equal(3, lines.Count);
        Assert.Equal(("1", "en", "Latn"), ((string?)lines[0]["id"], (string?)lines[0]["language"], (string?)lines[0]["script"]));
        Assert.InRange((double)lines[0]["scores"]!["TOXICITY"]!, 0.5, 1);
        Assert.Contains("TOXICITY", lines[0]["over"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(("""{"article":7}""", "ar"), (lines[1]["id"]!.ToJsonString(), (string?)lines[1]["language"]));
        Assert.Null(lines[2]["id"]);
        Assert.Null(lines[0]["spans"]);
    }

    [Fact]
    public async Task Spans_come_on_request()
    {
        var line = Assert.Single(await ScoreAsync("""{"id":"1","text":"You are a stupid fool and nobody likes you."}""", "?explain=true"));

        Assert.Contains(line["spans"]!.AsArray(), span => (string?)span!["attribute"] == "TOXICITY" && (int)span["start"]! < (int)span["end"]!);
    }

    [Theory]
    [InlineData("not JSON", "line_malformed")]
    [InlineData("[1]", "line_malformed")]
    [InlineData("null", "text_missing")]
    [InlineData("""{"id":"2"}""", "text_missing")]
    [InlineData("""{"id":"2","text":7}""", "line_malformed")]
    [InlineData("""{"id":"2","text":"a"} and more""", "line_malformed")]
    [InlineData("""{"id":"2","text":"\ud800"}""", "line_malformed")]
    [InlineData("""{"id":"\ud800","text":"Thank you."}""", "line_malformed")]
    [InlineData("""{"id":"\ud800"}""", "line_malformed")]
    public async Task A_line_that_cannot_be_read_is_an_error_in_its_place_and_no_end(string line, string code)
    {
        var lines = await ScoreAsync($"{{\"id\":\"1\",\"text\":\"Thank you.\"}}\n{line}\n{{\"id\":\"3\",\"text\":\"Thank you.\"}}\n");

        Assert.Equal(3, lines.Count);
        Assert.Equal(("1", "3"), ((string?)lines[0]["id"], (string?)lines[2]["id"]));
        Assert.Equal(code, (string?)lines[1]["error"]!["code"]);
        Assert.NotNull(lines[1]["error"]!["message"]);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over_and_the_next_one_answered()
    {
        var lines = await ScoreAsync($"{{\"id\":\"1\",\"text\":\"{new string('a', 3_000_000)}\"}}\n{{\"id\":\"2\",\"text\":\"Thank you.\"}}");

        Assert.Equal(["too_long", null], lines.Select(line => (string?)line["error"]?["code"]));
        Assert.Equal("2", (string?)lines[1]["id"]);
    }

    [Fact]
    public async Task Random_bytes_are_answered_line_by_line()
    {
        var random = new Random(22);
        for (var i = 0; i < 300; i++)
        {
            var body = new byte[random.Next(2_000)];
            random.NextBytes(body);
            using var content = new ByteArrayContent(body);
            using var answer = await site.Client.PostAsync($"{Batch}?key={site.Key}", content);

            Assert.Equal(200, (int)answer.StatusCode);
            Assert.All(Lines(await answer.Content.ReadAsStringAsync()), line => Assert.NotNull(line["error"]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=none")]
    public async Task Without_a_good_key_it_is_a_401(string query)
    {
        using var answer = await site.Client.PostAsync(Batch + query, new StringContent("{}"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_good_token_of_another_role_is_a_403()
    {
        using var answer = await site.Client.PostAsync($"{Batch}?key={await site.Tokens.CreateAsync(Role.Site, null, null)}", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("forbidden", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
    }

    [Fact]
    public async Task Each_line_is_answered_before_the_next_one_is_sent()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", site.Client.BaseAddress!.Port, end.Token);
        await using var stream = tcp.GetStream();
        using var reader = new StreamReader(stream);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Batch}?key={site.Key} HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"), end.Token);

        for (var number = 1; number <= 3; number++)
        {
            // The request is not at its end: whoever waited for that would never answer.
            var line = $"{{\"id\":\"{number}\",\"text\":\"Thank you.\"}}\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line.Length:x}\r\n{line}\r\n"), end.Token);
            string? answered;
            do answered = await reader.ReadLineAsync(end.Token) ?? throw new EndOfStreamException(); while (!answered.StartsWith('{'));
            Assert.Equal($"{number}", (string?)JsonNode.Parse(answered)!["id"]);
        }
    }

    private async Task<List<JsonNode>> ScoreAsync(string body, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Batch + query) { Content = new StringContent(body, Encoding.UTF8, "application/x-ndjson") };
        request.Headers.Authorization = new("Bearer", site.Key);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(200, (int)answer.StatusCode);
        return Lines(await answer.Content.ReadAsStringAsync());
    }

    private static List<JsonNode> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
