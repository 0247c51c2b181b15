using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Reviewing;

/// <summary>From the queue to the page, and to the author.</summary>
public sealed class DeskTests(SiteFixture fixture)
{
    private const string Promotion = "Buy cheap watches now at https://cheap-watches.example and call 0750 123 4567 today";

    [Fact]
    public async Task The_queue_shows_what_deciding_needs()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, Promotion);

        var item = await InQueueAsync(article, comment.Id);

        Assert.Equal(1, item.GetProperty("version").GetInt32());
        Assert.Equal(Promotion, item.GetProperty("text").GetString());
        Assert.Equal("reject", item.GetProperty("recommendation").GetString());
        var reason = item.GetProperty("reasons").EnumerateArray().First(reason => reason.GetProperty("guideline").GetString() == "commercial-promotion");
        var (start, end) = (reason.GetProperty("start").GetInt32(), reason.GetProperty("end").GetInt32());
        Assert.InRange(start, 0, end - 1);
        Assert.InRange(end, start + 1, Promotion.Length);
    }

    [Fact]
    public async Task An_approval_is_on_the_page_and_in_the_api_within_a_second()
    {
        var article = await fixture.NewArticleAsync();
        var slug = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("slug");
        var before = await fixture.Http.FetchAsync($"/articles/{slug}");
        var comment = await fixture.SubmitAsync(article, "The masons deserve our thanks.");
        await fixture.DecideAsync(comment.Id, "approve", 1);

        var waited = Stopwatch.StartNew();
        while (true)
        {
            var page = await fixture.Http.FetchAsync($"/articles/{slug}");
            var thread = await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments");
            if (page.Text.Contains("The masons deserve our thanks.", StringComparison.Ordinal) && thread.Json.GetProperty("comments").GetArrayLength() == 1) break;
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(1), "the approved comment was not published within a second");
        }

        Assert.DoesNotContain("The masons deserve", before.Text, StringComparison.Ordinal);
        Assert.Equal("approved", (await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}")).Get("status"));
    }

    [Fact]
    public async Task A_rejected_author_is_told_the_guideline_and_the_words_it_rests_on()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, Promotion);
        await fixture.DecideAsync(comment.Id, "reject", 1, "commercial-promotion");

        var receipt = await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}");
        var page = await fixture.Http.FetchAsync($"/r/{comment.Receipt}");

        Assert.Equal("rejected", receipt.Get("status"));
        Assert.Equal("commercial-promotion", receipt.Get("guideline"));
        Assert.Equal("person", receipt.Get("decidedBy"));
        Assert.False(string.IsNullOrWhiteSpace(receipt.Get("guidelineText")));
        Assert.NotEmpty(receipt.Json.GetProperty("reasons").EnumerateArray());
        Assert.Contains("<mark", page.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Contains("noindex", page.Headers["X-Robots-Tag"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_without_a_guideline_of_the_policy_is_refused()
    {
        var comment = await fixture.SubmitAsync(await fixture.NewArticleAsync(), "A comment.");

        foreach (var guideline in (string?[])[null, "bad-taste"])
            Assert.Equal(["guideline:guideline_unknown"], (await PostAsync(comment.Id, new() { ["outcome"] = "reject", ["version"] = 1, ["guideline"] = guideline })).FieldErrors);
    }

    [Fact]
    public async Task A_decision_on_an_old_version_overwrites_nothing()
    {
        var comment = await fixture.SubmitAsync(await fixture.NewArticleAsync(), "Two moderators look at this.");
        await fixture.DecideAsync(comment.Id, "approve", 1);

        var second = await PostAsync(comment.Id, new() { ["outcome"] = "reject", ["guideline"] = "threats", ["version"] = 1 });

        Assert.Equal(409, second.Status);
        Assert.Equal("approved", (await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}")).Get("status"));
    }

    [Fact]
    public async Task Of_many_decisions_at_one_moment_one_counts()
    {
        var comment = await fixture.SubmitAsync(await fixture.NewArticleAsync(), "Everybody decides at once.");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync(comment.Id, new() { ["outcome"] = "approve", ["version"] = 1 })));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(11, answers.Count(answer => answer.Status == 409));
    }

    [Fact]
    public async Task A_decision_taken_back_puts_the_comment_into_the_queue_again()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, "Approved by a slip of the finger.");
        var version = await fixture.DecideAsync(comment.Id, "approve", 1);

        var undone = await fixture.Http.PostAsync($"/api/v1/desk/comments/{comment.Id}/undo", new JsonObject { ["version"] = version }, fixture.Moderator);

        Assert.Equal(200, undone.Status);
        Assert.Equal(version + 1, (await InQueueAsync(article, comment.Id)).GetProperty("version").GetInt32());
        Assert.Equal("pending", (await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}")).Get("status"));
    }

    [Theory]
    [InlineData("{\"outcome\":\"edit\",\"version\":1}")]
    [InlineData("{\"outcome\":\"approve\"}")]
    [InlineData("{\"outcome\":\"approve\",\"version\":\"1\"}")]
    [InlineData("{\"outcome\":\"approve\",\"version\":1e99}")]
    [InlineData("{\"outcome\":\"reject\",\"guideline\":\"threats\",\"version\":1,\"note\":\"\\ud800\"}")]
    [InlineData("{\"outcome\":\"reject\",\"guideline\":\"threats\",\"version\":1,\"spans\":[{\"start\":-1,\"end\":2}]}")]
    [InlineData("{\"outcome\":\"reject\",\"guideline\":\"\\ud800\",\"version\":1}")]
    [InlineData("nonsense")]
    public async Task A_malformed_decision_is_refused_and_decides_nothing(string body)
    {
        var comment = await fixture.SubmitAsync(await fixture.NewArticleAsync(), "A comment.");

        var answer = await fixture.Http.PostRawAsync($"/api/v1/desk/comments/{comment.Id}/decisions", body, fixture.Moderator);

        Assert.InRange(answer.Status, 400, 422);
        Assert.Equal("pending", (await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}")).Get("status"));
    }

    private Task<HttpAnswer> PostAsync(string comment, JsonObject body) =>
        fixture.Http.PostAsync($"/api/v1/desk/comments/{comment}/decisions", body, fixture.Moderator);

    private async Task<JsonElement> InQueueAsync(string article, string comment)
    {
        var queue = await fixture.Http.FetchAsync($"/api/v1/desk/queue?state=pending&order=newest&article={article}", fixture.Moderator);
        Assert.Equal(200, queue.Status);
        return queue.Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == comment);
    }
}
