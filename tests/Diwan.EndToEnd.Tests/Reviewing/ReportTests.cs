using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Reviewing;

/// <summary>Readers report, editors close threads, authors take back.</summary>
public sealed class ReportTests(SiteFixture fixture)
{
    [Fact]
    public async Task A_reported_comment_comes_to_the_reported_queue_and_stays_public()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.PublishAsync(article, "A comment that somebody dislikes.");

        var reported = await fixture.Http.PostAsync($"/api/v1/comments/{comment}/reports", new JsonObject { ["guideline"] = "personal-attacks", ["note"] = "He means me." });

        Assert.InRange(reported.Status, 200, 204);
        var item = Assert.Single((await fixture.Http.FetchAsync($"/api/v1/desk/queue?state=reported&article={article}", fixture.Moderator)).Json.GetProperty("items").EnumerateArray());
        Assert.Equal("He means me.", item.GetProperty("reports")[0].GetProperty("note").GetString());
        Assert.Equal(1, (await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments")).Json.GetProperty("comments").GetArrayLength());
    }

    [Fact]
    public async Task A_dismissed_report_leaves_the_queue_and_the_comment_alone()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.PublishAsync(article, "A comment that somebody dislikes for no reason.");
        await fixture.Http.PostAsync($"/api/v1/comments/{comment}/reports", new JsonObject { ["guideline"] = "threats" });

        var dismissed = await fixture.Http.PostAsync($"/api/v1/desk/comments/{comment}/reports/dismiss", new JsonObject(), fixture.Moderator);

        Assert.Equal(1, dismissed.Json.GetProperty("dismissed").GetInt32());
        Assert.Empty((await fixture.Http.FetchAsync($"/api/v1/desk/queue?state=reported&article={article}", fixture.Moderator)).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_published_comment_can_be_rejected_after_a_report()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, "Published at first.");
        var version = await fixture.DecideAsync(comment.Id, "approve", 1);
        await fixture.Http.PostAsync($"/api/v1/comments/{comment.Id}/reports", new JsonObject { ["guideline"] = "abuse" });

        await fixture.DecideAsync(comment.Id, "reject", version, "abuse");

        Assert.Equal("rejected", (await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}")).Get("status"));
        Assert.Empty((await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments")).Json.GetProperty("comments").EnumerateArray());
    }

    [Fact]
    public async Task Only_a_published_comment_can_be_reported_and_only_under_a_guideline()
    {
        var article = await fixture.NewArticleAsync();
        var waiting = await fixture.SubmitAsync(article, "Not public.");
        var published = await fixture.PublishAsync(article, "Public.");

        Assert.Equal(404, (await fixture.Http.PostAsync($"/api/v1/comments/{waiting.Id}/reports", new JsonObject { ["guideline"] = "abuse" })).Status);
        Assert.Equal(404, (await fixture.Http.PostAsync("/api/v1/comments/no-such-comment/reports", new JsonObject { ["guideline"] = "abuse" })).Status);
        Assert.Equal(422, (await fixture.Http.PostAsync($"/api/v1/comments/{published}/reports", new JsonObject { ["guideline"] = "bad-taste" })).Status);
        Assert.InRange((await fixture.Http.PostRawAsync($"/api/v1/comments/{published}/reports", "{\"guideline\":\"abuse\",\"note\":\"\\ud800\"}")).Status, 400, 422);
    }

    [Fact]
    public async Task A_closed_thread_takes_no_comment_and_says_so()
    {
        var article = await fixture.NewArticleAsync();
        var slug = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("slug");
        await fixture.Http.PostAsync($"/api/v1/desk/articles/{article}/thread", new JsonObject { ["closed"] = true }, fixture.Editor);

        var refused = await fixture.Http.PostAsync($"/api/v1/articles/{article}/comments", new JsonObject { ["author"] = "Azad", ["text"] = "Too late." });

        Assert.InRange(refused.Status, 403, 422);
        Assert.Contains("thread_closed", refused.Text, StringComparison.Ordinal);
        await Wait.UntilAsync(async () => !(await fixture.Http.FetchAsync($"/articles/{slug}")).Text.Contains("<textarea", StringComparison.Ordinal));
        await fixture.Http.PostAsync($"/api/v1/desk/articles/{article}/thread", new JsonObject { ["closed"] = false }, fixture.Editor);
        await fixture.SubmitAsync(article, "Open again.");
    }

    [Fact]
    public async Task An_author_takes_a_published_comment_back_with_the_receipt_alone()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, "I wish I had not written this.");
        await fixture.DecideAsync(comment.Id, "approve", 1);
        var reply = await fixture.PublishAsync(article, "But you did.", parentId: comment.Id);

        var withdrawn = await fixture.Http.PostAsync($"/api/v1/receipts/{comment.Receipt}/withdraw", new JsonObject());

        Assert.InRange(withdrawn.Status, 200, 204);
        Assert.Equal("withdrawn", (await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}")).Get("status"));
        var thread = await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments");
        Assert.DoesNotContain("I wish I had not", thread.Text, StringComparison.Ordinal);
        Assert.Contains(reply, thread.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await fixture.Http.PostAsync("/api/v1/receipts/no-such-receipt/withdraw", new JsonObject())).Status);
    }
}
