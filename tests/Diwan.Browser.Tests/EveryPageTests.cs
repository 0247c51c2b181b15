using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests;

/// <summary>What holds for every page: it fits a small phone, and people who do not see it can use it.</summary>
public sealed class EveryPageTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ckb")]
    [InlineData("ar")]
    [InlineData("tr")]
    [InlineData("kmr")]
    [InlineData("fa")]
    public async Task A_readers_page_fits_a_phone_and_has_no_barrier(string language)
    {
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var page = await visitor.NewPageAsync();
        var article = await fixture.NewArticleAsync(language);
        await page.GotoAsync(article);
        await page.Locator("#author").FillAsync("Şîlan");
        await page.Locator("#text").FillAsync($"A word of {new string('w', 200)} letters, and https://news.example/{new string('a', 120)}");
        await page.Locator("#form button[type=submit]").ClickAsync();
        await page.AtReceiptAsync();
        await EveryPage.CheckAsync(page, $"receipt-{language}");

        foreach (var (path, name) in ((string, string)[])[("/", "front"), ("/guidelines", "guidelines"), ("/privacy", "privacy"), ("/log", "log"), ("/verify", "verify"), (article, "article")])
        {
            await page.GotoAsync($"{path}?lang={language}");
            await EveryPage.CheckAsync(page, $"{name}-{language}");
        }
    }

    [Fact]
    public async Task The_sample_articles_fit_a_phone_and_have_no_barrier()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var links = await page.Locator("main a[href^='/articles/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.pathname))]");
        foreach (var link in links)
        {
            await page.GotoAsync(link);
            await EveryPage.CheckAsync(page, link.Split('/')[^1]);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ckb")]
    [InlineData("ar")]
    public async Task A_desk_page_fits_a_phone_and_has_no_barrier(string language)
    {
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var reader = await visitor.NewPageAsync();
        await reader.GotoAsync("/desk/sign-in");
        await EveryPage.CheckAsync(reader, $"desk-sign-in-{language}");
        await reader.GotoAsync(await fixture.NewArticleAsync(language));
        await reader.Locator("#author").FillAsync("Vendor");
        await reader.Locator("#text").FillAsync($"Buy now at https://cheap.example/{new string('a', 120)} or call 0750 123 4567");
        await reader.Locator("#form button[type=submit]").ClickAsync();
        await reader.AtReceiptAsync();
        var receipt = new Uri(reader.Url).AbsolutePath;

        var desk = await fixture.SignInAsync($"checker-{language}", language: language);
        foreach (var (path, name) in ((string, string)[])[("/desk?order=newest", "card"), ("/desk?queue=reported", "reported"), ("/desk/recent", "recent"), ("/desk/account", "account")])
        {
            await desk.GotoAsync(path);
            await EveryPage.CheckAsync(desk, $"desk-{name}-{language}");
        }

        await desk.GotoAsync("/desk?order=newest");
        await desk.Keyboard.PressAsync("d");
        await EveryPage.CheckAsync(desk, $"desk-rejecting-{language}");
        await desk.Keyboard.PressAsync("1");
        await Expect(desk.Locator("form[data-act=undo]")).ToBeVisibleAsync();
        await reader.GotoAsync(receipt);
        await reader.Locator("#why").FillAsync("It was a question about the market, not an offer.");
        await reader.Locator("#appeal button[type=submit]").ClickAsync();
        await Expect(reader.Locator("#appeal blockquote")).ToBeVisibleAsync();
        await EveryPage.CheckAsync(reader, $"appealed-{language}");
        await desk.GotoAsync("/desk/appeals");
        await Expect(desk.Locator("main")).ToContainTextAsync("It was a question about the market");
        await EveryPage.CheckAsync(desk, $"desk-appeals-{language}");
        await desk.Context.CloseAsync();
    }
}
