using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diwan.Comments.Articles;

namespace Diwan.Server.Tests.Public;

public sealed class SubmittingTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("Good news.")]
    [InlineData("  two lines\r\nand a third\n\tindented  ")]
    [InlineData("ڕووبارەکە گەڕایەوە\u200c! é e\u0301 \u0085 \u2028 😀 \uFFFE")]
    public async Task A_text_is_kept_exactly_as_it_was_decoded(string text)
    {
        var article = await site.PublishAsync();

        var answer = await SendAsync(article, new { author = "Dilan", text });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var accepted = await JsonAsync(answer);
        Assert.Equal("pending", (string?)accepted["status"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), (string?)accepted["hash"]);
        Assert.Equal($"/r/{accepted["receipt"]}", (string?)accepted["receiptUrl"]);
        Assert.Equal(text, (await site.Store.Comments.FindAsync((string)accepted["id"]!))!.Text);
    }

    [Fact]
    public async Task Every_bad_field_is_named()
    {
        var answer = await SendAsync(await site.PublishAsync(), new { author = "", text = new string('x', 5_001), email = "nowhere" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var errors = (await JsonAsync(answer))["errors"]!.AsArray().ToDictionary(error => (string)error!["field"]!, error => (string)error!["code"]!);
        Assert.Equal("author_missing", errors["author"]);
        Assert.Equal("text_too_long", errors["text"]);
        Assert.Equal("email_invalid", errors["email"]);
    }

    [Theory]
    [InlineData("{", "json_malformed")]
    [InlineData("", "json_malformed")]
    [InlineData("[1]", "json_not_object")]
    [InlineData("""{"author":"A","text":"B","text":"C"}""", "json_malformed")]
    [InlineData("""{"author":"A","text":7}""", "not_a_text")]
    [InlineData("""{"author":["A"],"text":"B"}""", "not_a_text")]
    [InlineData("""{"author":"A","text":"\ud800"}""", "ill_formed")]
    [InlineData("""{"author":"A\u0000","text":"B"}""", "ill_formed")]
    public async Task A_body_that_is_not_what_it_should_be_is_a_400(string body, string code)
    {
        var answer = await SendRawAsync(await site.PublishAsync(), Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (string?)(await JsonAsync(answer))["code"]);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_a_400()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"author":"A","text":"b"""), 0xFF, 0xC0, .. Encoding.UTF8.GetBytes("\"}")];

        Assert.Equal(HttpStatusCode.BadRequest, (await SendRawAsync(await site.PublishAsync(), body)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_413_and_another_media_type_a_415()
    {
        var article = await site.PublishAsync();
        var large = await SendRawAsync(article, Encoding.UTF8.GetBytes($$"""{"author":"A","text":"{{new string('x', 300_000)}}"}"""));
        var xml = await SendRawAsync(article, "<text/>"u8.ToArray(), "application/xml");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("body_too_large", (string?)(await JsonAsync(large))["code"]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, xml.StatusCode);
        Assert.Equal("media_type_unsupported", (string?)(await JsonAsync(xml))["code"]);
    }

    [Fact]
    public async Task One_key_is_one_comment_and_another_body_under_it_is_a_conflict()
    {
        var article = await site.PublishAsync();
        var key = Guid.NewGuid().ToString();
        var first = await JsonAsync(await SendAsync(article, new { author = "A", text = "Once.", idempotencyKey = key }));
        var again = await JsonAsync(await SendAsync(article, new { author = "A", text = "Once.", idempotencyKey = key }));
        var other = await SendAsync(article, new { author = "A", text = "Twice.", idempotencyKey = key });

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("key_conflict", (string?)(await JsonAsync(other))["code"]);
    }

    [Fact]
    public async Task A_closed_thread_an_unknown_article_and_an_unknown_parent_are_told_apart()
    {
        var closed = await SendAsync(await site.PublishAsync(article => article with { IsThreadClosed = true }), new { author = "A", text = "B" });
        var unknown = await site.Client.PostAsync("/api/v1/articles/nowhere/comments", Json("""{"author":"A","text":"B"}"""));
        var orphan = await SendAsync(await site.PublishAsync(), new { author = "A", text = "B", parentId = "0123" });

        Assert.Equal((HttpStatusCode.Forbidden, "thread_closed"), (closed.StatusCode, (string?)(await JsonAsync(closed))["code"]));
        Assert.Equal((HttpStatusCode.NotFound, "article_unknown"), (unknown.StatusCode, (string?)(await JsonAsync(unknown))["code"]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "parent_unknown"), (orphan.StatusCode, (string?)(await JsonAsync(orphan))["code"]));
    }

    private Task<HttpResponseMessage> SendAsync(Article article, object body) => SendRawAsync(article, JsonSerializer.SerializeToUtf8Bytes(body));

    private Task<HttpResponseMessage> SendRawAsync(Article article, byte[] body, string type = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return site.Client.PostAsync($"/api/v1/articles/{article.Slug}/comments", content);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
