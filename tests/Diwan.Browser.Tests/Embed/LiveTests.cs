using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Embed;

/// <summary>What is published while somebody reads.</summary>
public sealed class LiveTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task New_comments_are_announced_and_nothing_moves_until_the_reader_asks(bool embedded)
    {
        var article = await fixture.NewArticleAsync();
        var first = await fixture.PublishAsync(article, "Read me in peace.");
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(embedded ? $"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang=en" : article);
        var read = page.Locator($"#comment-{first} > .text");
        await read.ScrollIntoViewIfNeededAsync();
        var before = await read.BoundingBoxAsync();

        await fixture.PublishAsync(article, "I am new here.");
        await fixture.PublishAsync(article, "So am I.", parentId: first);

        var announcement = page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Button);
        await Expect(announcement).ToHaveTextAsync("2 new comments. Show them");
        await Expect(page.Locator("h2 .number")).ToHaveTextAsync("3");
        Assert.Equal(before!.Y, (await read.BoundingBoxAsync())!.Y);
        await Expect(page.Locator("li.comment")).ToHaveCountAsync(1);
        await page.TakeAsync($"live-{(embedded ? "embed" : "page")}");

        await announcement.ClickAsync();
        await Expect(page.Locator("li.comment")).ToHaveCountAsync(3);
        await Expect(page.Locator(".comments > li").First).ToBeFocusedAsync();
        await Expect(announcement).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_comment_that_is_rejected_after_all_disappears_from_open_pages()
    {
        var article = await fixture.NewArticleAsync();
        await fixture.PublishAsync(article, "I stay.");
        var second = await fixture.PublishAsync(article, "I must go.");
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync($"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang=en");
        await Expect(page.Locator("li.comment .text")).ToHaveCountAsync(2);

        // The thread is followed from the first count on: what happens before it shows in the count alone.
        using var http = new HttpClient();
        using var events = new StreamReader(await http.GetStreamAsync(new Uri(fixture.Site.Address, $"/api/v1/articles/{article.Split('/')[^1]}/events"), TestContext.Current.CancellationToken));
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "event: count")
        {
            // Its heartbeats, if any.
        }

        await fixture.RejectAsync(second);

        await Expect(page.Locator($"#comment-{second} .gone")).ToHaveTextAsync("This comment was rejected after publication.");
        await Expect(page.Locator("h2 .number")).ToHaveTextAsync("1");
        await Expect(page.Locator(".fresh button")).ToHaveCountAsync(0);
    }
}
