using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Proving;

/// <summary>No route, in nobody's hands, changes what an author wrote: every address of the described API and of the pages is tried with every method by every role.</summary>
public sealed class NeverEditedTests(SiteFixture fixture)
{
    private static readonly string[] Pages =
    [
        "/articles/{id}/comments", "/comments/{id}", "/comments/{id}/report", "/r/{receipt}", "/r/{receipt}/appeal", "/r/{receipt}/proof", "/desk/decide", "/desk/undo",
        "/desk/dismiss", "/desk/thread", "/desk/appeals/{id}", "/embed/{id}", "/ledger/checkpoint", "/log", "/m/{receipt}", "/m/{receipt}/confirm", "/m/{receipt}/stop", "/m/{receipt}/allow",
    ];

    [Theory]
    [InlineData("nobody")]
    [InlineData("moderator")]
    [InlineData("editor")]
    [InlineData("site")]
    [InlineData("scorer")]
    public async Task No_route_changes_a_text_in_the_hands_of(string role)
    {
        var token = role switch { "moderator" => fixture.Moderator, "editor" => fixture.Editor, "site" => fixture.Publisher, "scorer" => fixture.Scorer, _ => null };
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, "What I wrote.", "Hêvî");
        await fixture.DecideAsync(comment.Id, "approve", 1);
        var routes = (await fixture.Http.FetchAsync("/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject().Select(path => path.Name).Concat(Pages).ToList();
        Assert.True(routes.Count > 25, "The described API has lost its routes.");

        var tried = 0;
        foreach (var route in routes)
        {
            // Erasing and withdrawing are the author's own; they are tried last.
            if (route.EndsWith("/erase", StringComparison.Ordinal) || route.EndsWith("/withdraw", StringComparison.Ordinal)) continue;
            foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete])
            {
                var answer = await fixture.Http.SendAsync(method, Fill(route, article, comment), Body(comment.Id), token);
                Assert.True(answer.Status < 500, $"{method} {route}: {answer.Status}");
                tried++;
            }
        }

        Assert.True(tried > 100);
        await AssertUnchangedAsync(comment, "What I wrote.");
        await fixture.Http.SendAsync(HttpMethod.Post, $"/api/v1/receipts/{comment.Receipt}/withdraw", Body(comment.Id), token);
        await AssertUnchangedAsync(comment, "What I wrote.");
        await fixture.Http.SendAsync(HttpMethod.Post, $"/api/v1/receipts/{comment.Receipt}/erase", Body(comment.Id), token);
        await AssertUnchangedAsync(comment, "");
    }

    [Fact]
    public async Task Importing_its_article_again_leaves_a_comment_as_it_was()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder.At("site"));
        var slug = (await site.Http.FetchAsync("/")).Text.Split("/articles/")[1].Split('"', '#', '?')[0];
        var taken = await site.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = "Azad", ["text"] = "What I wrote." });
        await File.WriteAllTextAsync(folder.At("page.txt"), "The headline of another page\n\nBy Dilan Karim\n\nIt says something else, for long enough to be a page of its own and to be taken in.\n");
        var import = await DiwanProgram.RunAsync("import", "articles", folder.At("page.txt"), "--data", site.DataFolder);
        Assert.True(import.Status is 0 or 1, import.Errors);
        Assert.Equal("What I wrote.", (await site.Http.FetchAsync($"/api/v1/receipts/{taken.Get("receipt")}")).Get("text"));
    }

    private static string Fill(string route, string article, Submitted comment) => route
        .Replace("{receipt}", comment.Receipt, StringComparison.Ordinal)
        .Replace("{id}", route.Contains("articles", StringComparison.Ordinal) ? article : comment.Id, StringComparison.Ordinal)
        .Replace("{slug}", article, StringComparison.Ordinal);

    private static string Body(string id) => new JsonObject
    {
        ["id"] = id, ["commentId"] = id, ["author"] = "Somebody else", ["text"] = "What another wrote.", ["hash"] = "0", ["at"] = "2020-01-01T00:00:00Z",
        ["parentId"] = id, ["outcome"] = "reject", ["guideline"] = "abuse", ["version"] = 2, ["reason"] = "x", ["note"] = "What another wrote.", ["held"] = false, ["closed"] = false,
    }.ToJsonString();

    private async Task AssertUnchangedAsync(Submitted comment, string text)
    {
        var receipt = await fixture.Http.FetchAsync($"/api/v1/receipts/{comment.Receipt}");
        Assert.Equal((text, text.Length == 0 ? "" : "Hêvî"), (receipt.Get("text"), receipt.Get("author")));
    }
}
