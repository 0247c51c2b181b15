using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests;

/// <summary>Reading and being refused, with and without a script.</summary>
public sealed class ReadingTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Larger_text_is_larger_and_remembered(bool script)
    {
        await using var visitor = await fixture.NewVisitorAsync(script);
        var page = await visitor.NewPageAsync();
        var article = await fixture.NewArticleAsync();
        await page.GotoAsync(article);
        var before = await HeightAsync(page);

        await page.Locator(".sizes a").First.ClickAsync();
        await page.Locator(".sizes a").First.ClickAsync();
        Assert.True(await HeightAsync(page) > before, "A+ did not make the text larger");

        await page.GotoAsync(await fixture.NewArticleAsync());
        Assert.True(await HeightAsync(page) > before, "A+ was forgotten on the next page");

        await page.Locator(".sizes a").Last.ClickAsync();
        await page.Locator(".sizes a").Last.ClickAsync();
        await page.GotoAsync(article);
        Assert.Equal(before, await HeightAsync(page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_comment_names_the_field_and_keeps_what_was_typed(bool script)
    {
        await using var visitor = await fixture.NewVisitorAsync(script);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(await fixture.NewArticleAsync());
        await page.Locator("#text").FillAsync("\n A comment without a name. ");

        await page.Locator("#form button[type=submit]").ClickAsync();

        await Expect(page.Locator("#author-error")).ToHaveTextAsync("Please give a name.");
        Assert.Equal("\n A comment without a name. ", await page.Locator("#text").InputValueAsync());
        await page.Locator("#author").FillAsync("Azad");
        await page.Locator("#form button[type=submit]").ClickAsync();
        await page.AtReceiptAsync();
    }

    [Fact]
    public async Task The_latest_leads_to_every_article_of_the_sample_site()
    {
        await using var visitor = await fixture.NewVisitorAsync(script: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var links = await page.Locator("main a[href^='/articles/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.pathname))]");

        Assert.True(links.Length >= 8, $"{links.Length} articles on the front page");
        foreach (var link in links)
        {
            await page.GotoAsync(link);
            await Expect(page.Locator("article.story h1")).Not.ToBeEmptyAsync();
        }
    }

    [Fact]
    public async Task Every_picture_of_the_sample_site_is_there_and_says_what_it_shows()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var links = await page.Locator("main a[href^='/articles/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.pathname))]");
        var pictures = 0;
        foreach (var link in links)
        {
            await page.GotoAsync(link);
            foreach (var picture in await page.Locator("article.story img").AllAsync())
            {
                pictures++;
                await picture.ScrollIntoViewIfNeededAsync();
                await Expect(picture).ToHaveJSPropertyAsync("complete", true);
                Assert.True(await picture.EvaluateAsync<int>("img => img.naturalWidth") > 0, $"a picture of {link} is missing");
            }
        }

        Assert.True(pictures >= 6, $"{pictures} pictures");
    }

    [Fact]
    public async Task A_page_asks_nothing_of_anybody_else_and_breaks_no_rule_of_its_own()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        var strangers = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(fixture.Site.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) strangers.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };

        foreach (var path in (string[])["/", await fixture.NewArticleAsync(), "/guidelines", "/privacy", "/desk/sign-in"]) await page.GotoAsync(path);

        Assert.Empty(strangers);
        Assert.Empty(complaints);
    }

    private static async Task<float> HeightAsync(IPage page) =>
        await page.Locator("article.story .body p").First.EvaluateAsync<float>("p => parseFloat(getComputedStyle(p).fontSize)");
}
