using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Diwan.Browser.Tests;

/// <summary>What holds for every page: it fits a small phone, and people who do not see it can use it.</summary>
public sealed class EveryPageTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ckb")]
    [InlineData("ar")]
    [InlineData("tr")]
    public async Task A_readers_page_fits_a_phone_and_has_no_serious_barrier(string language)
    {
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var page = await visitor.NewPageAsync();
        var article = await fixture.NewArticleAsync(language is "ckb" ? "ckb" : "en");
        await page.GotoAsync(article);
        await page.Locator("#author").FillAsync("Şîlan");
        await page.Locator("#text").FillAsync($"A word of {new string('w', 200)} letters, and https://news.example/{new string('a', 120)}");
        await page.Locator("#form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/r/**");
        await CheckAsync(page, $"receipt-{language}");

        foreach (var (path, name) in ((string, string)[])[("/", "front"), ("/guidelines", "guidelines"), ("/privacy", "privacy"), (article, "article")])
        {
            await page.GotoAsync($"{path}?lang={language}");
            await CheckAsync(page, $"{name}-{language}");
        }
    }

    [Fact]
    public async Task The_sample_articles_fit_a_phone_and_have_no_serious_barrier()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var links = await page.Locator("main a[href^='/articles/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.pathname))]");
        foreach (var link in links)
        {
            await page.GotoAsync(link);
            await CheckAsync(page, link.Split('/')[^1]);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ckb")]
    public async Task A_desk_page_fits_a_phone_and_has_no_serious_barrier(string language)
    {
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var reader = await visitor.NewPageAsync();
        await reader.GotoAsync("/desk/sign-in");
        await CheckAsync(reader, $"desk-sign-in-{language}");
        await reader.GotoAsync(await fixture.NewArticleAsync(language));
        await reader.Locator("#author").FillAsync("Vendor");
        await reader.Locator("#text").FillAsync($"Buy now at https://cheap.example/{new string('a', 120)} or call 0750 123 4567");
        await reader.Locator("#form button[type=submit]").ClickAsync();
        await reader.WaitForURLAsync("**/r/**");

        var desk = await fixture.SignInAsync($"checker-{language}", language: language);
        foreach (var (path, name) in ((string, string)[])[("/desk?order=newest", "card"), ("/desk?queue=reported", "reported"), ("/desk/recent", "recent"), ("/desk/account", "account")])
        {
            await desk.GotoAsync(path);
            await CheckAsync(desk, $"desk-{name}-{language}");
        }

        await desk.GotoAsync("/desk?order=newest");
        await desk.Keyboard.PressAsync("d");
        await CheckAsync(desk, $"desk-rejecting-{language}");
        await desk.Context.CloseAsync();
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await page.TakeAsync(name);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{name}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));

        await page.SetViewportSizeAsync(320, 640);
        await page.TakeAsync($"{name}-320");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{name} is {width} pixels wide on a screen of 320");
        await page.SetViewportSizeAsync(1_280, 900);
    }
}
