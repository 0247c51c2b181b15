using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Submitting;

/// <summary>What is not taken in is named field by field, and nothing a caller sends breaks the server.</summary>
public sealed class RefusalTests(SiteFixture fixture)
{
    [Theory]
    [InlineData("", "Azad", "text:text_empty")]
    [InlineData(" \t\r\n", "Azad", "text:text_empty")]
    [InlineData("\u200b\u2060", "Azad", "text:text_control_only")]
    [InlineData("Fine.", "", "author:author_missing")]
    [InlineData("Fine.", "\u200e", "author:author_missing")]
    [InlineData("Fine.", "two\nlines", "author:author_ill_formed")]
    [InlineData("", "", "text:text_empty", "author:author_missing")]
    public async Task Every_bad_field_is_named_with_its_code(string text, string author, params string[] expected)
    {
        var answer = await PostAsync(new JsonObject { ["author"] = author, ["text"] = text });

        Assert.Equal(422, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(expected.Order(), answer.FieldErrors.Order());
    }

    [Fact]
    public async Task Length_is_counted_in_utf16_units_to_the_unit()
    {
        Assert.Equal(202, (await PostAsync(new JsonObject { ["author"] = new string('n', 80), ["text"] = new string('t', 5_000) })).Status);

        var answer = await PostAsync(new JsonObject { ["author"] = new string('n', 81), ["text"] = string.Concat(Enumerable.Repeat("😀", 2_500)) + "t" });
        Assert.Equal(["author:author_too_long", "text:text_too_long"], answer.FieldErrors.Order());
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@c.example")]
    [InlineData("Azad <a@b.example>")]
    public async Task What_is_no_address_is_refused(string email) =>
        Assert.Equal(["email:email_invalid"], (await PostAsync(new JsonObject { ["author"] = "Azad", ["text"] = "Fine.", ["email"] = email })).FieldErrors);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"author\":1,\"text\":\"t\"}")]
    [InlineData("{\"author\":\"a\",\"text\":[\"t\"]}")]
    [InlineData("{\"author\":\"a\",\"text\":{\"t\":1}}")]
    [InlineData("{\"author\":\"a\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"author\":\"a\",\"text\":\"a NUL \\u0000 inside\"}")]
    [InlineData("{\"author\":\"\\udc00\",\"text\":\"t\"}")]
    [InlineData("{\"author\":\"a\",\"text\":\"t\",\"idempotencyKey\":\"\\ud800\"}")]
    [InlineData("{\"author\":\"a\",\"text\":\"t\",\"parentId\":7}")]
    [InlineData("{\"author\":\"a\",\"text\":\"t\",\"parentId\":\"no-such\\u0000comment\"}")]
    public async Task Whatever_a_body_holds_it_is_the_callers_mistake_and_said_so(string body)
    {
        var answer = await fixture.Http.PostRawAsync($"/api/v1/articles/{await fixture.NewArticleAsync()}/comments", body);

        Assert.InRange(answer.Status, 400, 499);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.NotNull(answer.Get("code"));
    }

    [Fact]
    public async Task A_body_too_large_for_any_comment_is_refused() =>
        Assert.InRange((await PostAsync(new JsonObject { ["author"] = "a", ["text"] = new string('t', 400_000) })).Status, 413, 422);

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1/articles/no-such-article", 404)]
    [InlineData("GET", "/api/v1/articles/no-such-article/comments", 404)]
    [InlineData("GET", "/articles/no-such-article", 404)]
    [InlineData("GET", "/r/no-such-receipt", 404)]
    [InlineData("GET", "/api/v1/receipts/no-such-receipt", 404)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("DELETE", "/api/v1/articles/x/comments", 405)]
    [InlineData("PUT", "/api/v1/receipts/x", 405)]
    [InlineData("POST", "/feed.xml", 405)]
    public async Task What_is_not_there_is_404_and_what_cannot_be_done_is_405(string method, string path, int status) =>
        Assert.Equal(status, (await fixture.Http.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}", token: null)).Status);

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=-1")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("limit=ten")]
    [InlineData("sort=loudest")]
    [InlineData("after=not-a-cursor")]
    [InlineData("after=%00")]
    public async Task Absurd_questions_get_a_problem(string query)
    {
        var answer = await fixture.Http.FetchAsync($"/api/v1/articles/{await fixture.NewArticleAsync()}/comments?{query}");

        Assert.InRange(answer.Status, 400, 422);
        Assert.NotNull(answer.Get("code"));
    }

    private async Task<HttpAnswer> PostAsync(JsonObject body) =>
        await fixture.Http.PostAsync($"/api/v1/articles/{await fixture.NewArticleAsync()}/comments", body);
}
