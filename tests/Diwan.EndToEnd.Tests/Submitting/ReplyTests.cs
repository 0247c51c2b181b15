using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Submitting;

/// <summary>Answering a comment: only a published one, only under its own article, only so deep.</summary>
public sealed class ReplyTests(SiteFixture fixture)
{
    [Fact]
    public async Task A_published_comment_can_be_answered()
    {
        var article = await fixture.NewArticleAsync();
        var parent = await fixture.PublishAsync(article, "The bridge should have been repaired long ago.");
        var reply = await fixture.PublishAsync(article, "It should have been.", parentId: parent);

        var comments = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments?sort=oldest")).Json.GetProperty("comments");

        Assert.Equal([parent, reply], comments.EnumerateArray().Select(comment => comment.GetProperty("id").GetString()));
        Assert.Equal(parent, comments[1].GetProperty("parentId").GetString());
    }

    [Fact]
    public async Task A_comment_that_waits_or_stands_elsewhere_cannot_be_answered()
    {
        var article = await fixture.NewArticleAsync();
        var waiting = await fixture.SubmitAsync(article, "Nobody has read this.");
        var elsewhere = await fixture.PublishAsync(await fixture.NewArticleAsync(), "Under another article.");

        foreach (var parent in (string[])[waiting.Id, elsewhere, "no-such-comment"])
            Assert.Equal(["parentId:parent_unknown"], (await ReplyAsync(article, parent)).FieldErrors);
    }

    [Fact]
    public async Task A_reply_below_the_fifth_level_is_refused_with_the_bound()
    {
        var article = await fixture.NewArticleAsync();
        var parent = await fixture.PublishAsync(article, "Level 0.");
        for (var level = 1; level <= 5; level++) parent = await fixture.PublishAsync(article, $"Level {level}.", parentId: parent);

        var answer = await ReplyAsync(article, parent);

        Assert.Equal(422, answer.Status);
        Assert.Equal(["parentId:reply_too_deep"], answer.FieldErrors);
    }

    private Task<HttpAnswer> ReplyAsync(string article, string parent) => fixture.Http.PostAsync(
        $"/api/v1/articles/{article}/comments", new JsonObject { ["author"] = "Azad", ["text"] = "An answer.", ["parentId"] = parent });
}
