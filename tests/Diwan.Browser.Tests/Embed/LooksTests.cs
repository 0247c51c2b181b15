using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Embed;

/// <summary>An embedded thread in every state is usable by all, on a light page and a dark one, down to a small phone.</summary>
public sealed class LooksTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("en", "")]
    [InlineData("en", "dark")]
    [InlineData("ckb", "")]
    [InlineData("ckb", "dark")]
    [InlineData("ar", "")]
    [InlineData("tr", "dark")]
    [InlineData("kmr", "")]
    [InlineData("fa", "dark")]
    public async Task It_has_no_barrier_in_any_state_and_fits_a_phone(string language, string theme)
    {
        var article = await fixture.NewArticleAsync(language);
        var parent = await fixture.PublishAsync(article, $"A word of {new string('w', 200)} letters.");
        for (var depth = 1; depth <= 4; depth++) parent = await fixture.PublishAsync(article, $"Answer {depth} with https://news.example/{new string('a', 80)}", parentId: parent);
        await fixture.PublishAsync(article, "دەستخۆش، بابەتێکی باشە.", "ئازاد");
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync($"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang={language}&theme={theme}");
        await Expect(page.Locator(".diwan")).ToHaveAttributeAsync("data-theme", theme.Length > 0 ? theme : "light");
        await page.Locator("summary").ClickAsync();
        await CheckAsync(page, $"embed-{language}{theme}");

        await page.Locator(".write button[type=submit]").ClickAsync();
        await Expect(page.Locator(".error").First).ToBeVisibleAsync();
        await CheckAsync(page, $"embed-refused-{language}{theme}");

        await page.Locator("a.reply").First.ClickAsync();
        await page.Locator("a.report").Last.ClickAsync();
        await CheckAsync(page, $"embed-acts-{language}{theme}");

        await page.Locator("#diwan-author").FillAsync("Dîlan");
        await page.Locator("#diwan-text").FillAsync("A comment of no great length.");
        await page.Locator(".write:not(.reporting) button[type=submit]").ClickAsync();
        await Expect(page.Locator(".received")).ToBeVisibleAsync();
        await fixture.PublishAsync(article, "Something new.");
        await Expect(page.Locator(".fresh button")).ToBeVisibleAsync();
        await CheckAsync(page, $"embed-received-{language}{theme}");
    }

    [Fact]
    public async Task A_publisher_sets_colours_and_type_from_outside()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync($"{fixture.Publisher.Origin}/news?article={(await fixture.NewArticleAsync()).Split('/')[^1]}&lang=en");
        var button = page.Locator(".write button[type=submit]");
        await Expect(button).ToBeVisibleAsync();

        await page.EvaluateAsync("document.documentElement.style.setProperty('--diwan-accent', 'rgb(0, 80, 60)')");

        await Expect(button).ToHaveCSSAsync("background-color", "rgb(0, 80, 60)");
    }

    [Fact]
    public async Task A_dark_page_is_known_as_dark_when_its_style_comes_after_the_comments_and_when_its_reader_turns_on_the_light()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        var areShown = new TaskCompletionSource();
        await page.RouteAsync("**/style.css", async route =>
        {
            await areShown.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"{fixture.Publisher.Origin}/news?article={(await fixture.NewArticleAsync()).Split('/')[^1]}&lang=en&theme=dark", new() { WaitUntil = WaitUntilState.Commit });
        var thread = page.Locator(".diwan");
        await Expect(thread).ToHaveAttributeAsync("data-theme", "light");

        areShown.SetResult();

        await Expect(thread).ToHaveAttributeAsync("data-theme", "dark");
        await page.EvaluateAsync("document.body.className = ''");
        await Expect(thread).ToHaveAttributeAsync("data-theme", "light");
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await page.TakeAsync(name);
        Assert.Empty(await EveryPage.BarriersAsync(page, name));
        await page.SetViewportSizeAsync(320, 640);
        await page.TakeAsync($"{name}-320");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{name} is {width} pixels wide on a screen of 320");
        await page.SetViewportSizeAsync(1_280, 900);
    }
}
