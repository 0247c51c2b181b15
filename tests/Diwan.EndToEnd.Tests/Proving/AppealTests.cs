using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Proving;

/// <summary>A rejected author learns why, appeals, and another person decides.</summary>
public sealed class AppealTests(SiteFixture fixture)
{
    [Fact]
    public async Task A_rejection_states_its_reasons_in_full()
    {
        var comment = await fixture.SubmitAsync(await fixture.NewArticleAsync("ckb"), "A comment to be rejected.");
        await fixture.DecideAsync(comment.Id, "reject", 1, "abuse");
        var receipt = await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}");
        var statement = receipt.Json.GetProperty("statement");
        Assert.Equal("abuse", receipt.Get("guideline"));
        Assert.Equal("own_initiative", statement.GetProperty("source").GetString());
        Assert.False(statement.GetProperty("automatedDecision").GetBoolean());
        Assert.Contains("مرۆڤێک ئەم بڕیارەی داوە.", statement.GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()));
        Assert.True(statement.GetProperty("appealUntil").GetDateTimeOffset() > TimeProvider.System.GetUtcNow().AddMonths(5));
        Assert.Contains("dir=\"rtl\"", (await fixture.Http.FetchAsync($"/r/{comment.Receipt}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_after_a_report_says_so()
    {
        var id = await fixture.SubmitAsync(await fixture.NewArticleAsync(), "A comment to be reported.");
        await fixture.DecideAsync(id.Id, "approve", 1);
        Assert.Equal(202, (await fixture.Http.PostAsync($"/api/v1/comments/{id.Id}/reports", new JsonObject { ["guideline"] = "abuse" })).Status);
        await fixture.DecideAsync(id.Id, "reject", 2, "abuse");
        var receipt = await fixture.Http.FetchAsync($"/api/v1/receipts/{id.Receipt}");
        Assert.Equal("report", receipt.Json.GetProperty("statement").GetProperty("source").GetString());
    }

    [Fact]
    public async Task An_appeal_is_decided_by_another_person_and_an_overturned_comment_is_published_at_once()
    {
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, "A fair remark about the bridge.");
        Assert.Equal(409, (await AppealAsync(comment.Receipt, "Too early.")).Status);
        await fixture.DecideAsync(comment.Id, "reject", 1, "profanity");

        Assert.Equal(202, (await AppealAsync(comment.Receipt, "There is no swear word in it.")).Status);
        Assert.Equal("appealed_before", (await AppealAsync(comment.Receipt, "Again.")).Get("code"));
        var waiting = (await fixture.Http.FetchAsync("/api/v1/desk/appeals", fixture.Moderator)).Json.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("commentId").GetString() == comment.Id);
        Assert.False(waiting.GetProperty("mayDecide").GetBoolean());
        Assert.Equal("There is no swear word in it.", waiting.GetProperty("appeal").GetString());

        var path = $"/api/v1/desk/appeals/{waiting.GetProperty("id").GetString()}/decision";
        var overturn = new JsonObject { ["outcome"] = "overturn", ["reason"] = "You are right." };
        Assert.Equal("same_person", (await fixture.Http.PostAsync(path, overturn.DeepClone(), fixture.Moderator)).Get("code"));
        Assert.Equal(422, (await fixture.Http.PostAsync(path, new JsonObject { ["outcome"] = "overturn" }, fixture.Editor)).Status);
        Assert.Equal(422, (await fixture.Http.PostAsync(path, new JsonObject { ["outcome"] = "maybe", ["reason"] = "x" }, fixture.Editor)).Status);
        Assert.Equal(200, (await fixture.Http.PostAsync(path, overturn.DeepClone(), fixture.Editor)).Status);
        Assert.Equal(409, (await fixture.Http.PostAsync(path, overturn.DeepClone(), fixture.Editor)).Status);

        var receipt = await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}");
        Assert.Equal("approved", receipt.Get("status"));
        Assert.Equal("You are right.", receipt.Json.GetProperty("appeals")[0].GetProperty("reason").GetString());
        await Wait.UntilAsync(async () => (await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments")).Text.Contains(comment.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_on_the_receipt_appeals_too_and_an_upheld_rejection_stays()
    {
        var comment = await fixture.SubmitAsync(await fixture.NewArticleAsync(), "Another remark.");
        await fixture.DecideAsync(comment.Id, "reject", 1, "vulgarity");
        using var form = new FormUrlEncodedContent([new("text", "Bitte noch einmal lesen.")]);
        using var sent = await fixture.Http.PostAsync($"/r/{comment.Receipt}/appeal", form);
        Assert.Equal((303, $"/r/{comment.Receipt}#appeal"), ((int)sent.StatusCode, sent.Headers.Location!.ToString()));

        var id = (await fixture.Http.FetchAsync("/api/v1/desk/appeals", fixture.Editor)).Json.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("commentId").GetString() == comment.Id).GetProperty("id").GetString();
        await fixture.Http.PostAsync($"/api/v1/desk/appeals/{id}/decision", new JsonObject { ["outcome"] = "uphold", ["reason"] = "It stands, sorry." }, fixture.Editor);
        var page = (await fixture.Http.FetchAsync($"/r/{comment.Receipt}")).Text;
        Assert.Contains("Bitte noch einmal lesen.", page, StringComparison.Ordinal);
        Assert.Contains("It stands, sorry.", page, StringComparison.Ordinal);
        Assert.Equal("rejected", (await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}")).Get("status"));
    }

    [Theory]
    [InlineData("unknown", """{"text":"Words."}""", 404)]
    [InlineData(null, """{"text":"\ud800"}""", 400)]
    [InlineData(null, """{"text":7}""", 400)]
    [InlineData(null, "not json", 400)]
    public async Task What_is_no_appeal_is_refused(string? receipt, string body, int status)
    {
        receipt ??= (await fixture.SubmitAsync(await fixture.NewArticleAsync(), "A remark.")).Receipt;
        var answer = await fixture.Http.PostRawAsync($"/api/v1/receipts/{receipt}/appeal", body);
        Assert.Equal(status, answer.Status);
    }

    private Task<HttpAnswer> AppealAsync(string receipt, string text) =>
        fixture.Http.PostAsync($"/api/v1/receipts/{receipt}/appeal", new JsonObject { ["text"] = text });
}
