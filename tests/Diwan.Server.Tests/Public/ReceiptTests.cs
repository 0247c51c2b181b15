using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Diwan.Comments.Accounts;

namespace Diwan.Server.Tests.Public;

public sealed class ReceiptTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_pending_comment_tells_its_author_nothing_of_what_software_noticed()
    {
        var accepted = await site.SubmitAsync(await site.PublishAsync(), "You scoundrel.");

        var receipt = await JsonAsync($"/api/v1/receipts/{accepted.Receipt}");

        Assert.Equal("pending", (string?)receipt["status"]);
        Assert.Empty(receipt["reasons"]!.AsArray());
        Assert.Null(receipt["guideline"]);
        Assert.Null(receipt["decidedBy"]);
    }

    [Fact]
    public async Task A_rejected_comment_names_guideline_words_and_who_decided()
    {
        var accepted = await site.SubmitAsync(await site.PublishAsync(), "You scoundrel.");
        await site.DecideAsync(accepted.Comment.Id, "personal-attacks");

        var receipt = await JsonAsync($"/api/v1/receipts/{accepted.Receipt}");

        Assert.Equal("rejected", (string?)receipt["status"]);
        Assert.Equal("personal-attacks", (string?)receipt["guideline"]);
        Assert.Equal("person", (string?)receipt["decidedBy"]);
        Assert.False(string.IsNullOrEmpty((string?)receipt["guidelineText"]));
        var reason = Assert.Single(receipt["reasons"]!.AsArray())!;
        Assert.Equal("scoundrel", "You scoundrel."[(int)reason["start"]!..(int)reason["end"]!]);
    }

    [Fact]
    public async Task An_author_withdraws_once_and_for_all_and_not_what_was_rejected()
    {
        var article = await site.PublishAsync();
        var mine = await site.SubmitAsync(article, "Never mind.");
        var rejected = await site.SubmitAsync(article, "You scoundrel.");
        await site.DecideAsync(rejected.Comment.Id, "personal-attacks");

        for (var i = 0; i < 2; i++)
        {
            var answer = await site.Client.PostAsync($"/api/v1/receipts/{mine.Receipt}/withdraw", null);
            Assert.Equal("withdrawn", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await site.Client.PostAsync($"/api/v1/receipts/{rejected.Receipt}/withdraw", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsync("/api/v1/receipts/guess/withdraw", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/api/v1/receipts/{mine.Receipt}x")).StatusCode);
    }

    [Fact]
    public async Task A_reader_s_report_is_taken_once()
    {
        var comment = await site.ApprovedAsync(await site.PublishAsync(), "Buy my book.");
        var path = $"/api/v1/comments/{comment.Id}/reports";

        Assert.Equal(HttpStatusCode.Accepted, (await site.Client.PostAsJsonAsync(path, new { guideline = "personal-promotion", note = "An advertisement." })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.PostAsJsonAsync(path, new { guideline = "personal-promotion" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Client.PostAsJsonAsync(path, new { guideline = "boring" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsJsonAsync("/api/v1/comments/none/reports", new { guideline = "threats" })).StatusCode);
        Assert.Single(await site.Store.Desk.OpenReportsAsync(comment.Id));
    }

    [Fact]
    public async Task Only_the_publisher_s_token_registers_an_article()
    {
        var body = new { url = $"https://news.example/{Guid.NewGuid():N}", title = "A new bridge", language = "en", excerpt = "It opened today." };
        var tokens = site.Get<ManageTokens>();

        Assert.Equal(HttpStatusCode.Unauthorized, (await RegisterAsync(body, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RegisterAsync(body, "guess")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await RegisterAsync(body, await tokens.CreateAsync(Role.Scorer, null, null))).StatusCode);
        var token = await tokens.CreateAsync(Role.Site, null, null);
        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync(body, token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RegisterAsync(body, token)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RegisterAsync(new { title = "No address" }, token)).StatusCode);
    }

    private Task<HttpResponseMessage> RegisterAsync(object body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/articles") { Content = JsonContent.Create(body) };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return site.Client.SendAsync(request);
    }

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await site.Client.GetStringAsync(path))!;
}
