using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Pictures;

/// <summary>Everything a reader can come upon on the news pages.</summary>
public sealed class ReaderPictures(BrowserFixture fixture)
{
    private const string Promotion = "Buy cheap watches now at https://cheap-watches.example and call 0750 123 4567 today";

    [Theory(Explicit = true)]
    [InlineData("en")]
    [InlineData("ckb")]
    [InlineData("kmr")]
    [InlineData("ar")]
    [InlineData("tr")]
    [InlineData("fa")]
    public async Task Articles(string language)
    {
        var album = new Album();
        var page = await (await fixture.NewVisitorAsync(locale: language)).NewPageAsync();
        var (path, deepest) = await Threads.FillAsync(fixture, language, 20);
        await page.GotoAsync(path);
        await album.TakeAsync(page, "article-20", language);
        if (language is "en" or "ckb")
        {
            await page.GotoAsync($"/comments/{deepest}");
            await Expect(page.Locator($"#comment-{deepest}")).ToBeFocusedAsync();
            await album.TakeAsync(page, "article-permalink", language);
            await page.GotoAsync($"{path}?reply={deepest}#form");
            await album.TakeAsync(page, "article-reply", language);
            await page.GotoAsync(await fixture.NewArticleAsync(language));
            await album.TakeAsync(page, "article-0", language);
            await page.Locator("#text").FillAsync("…");
            await page.Locator("#form button[type=submit]").ClickAsync();
            await Expect(page.Locator("#author-error")).ToBeVisibleAsync();
            await album.TakeAsync(page, "article-refused", language);
            await page.GotoAsync((await Threads.FillAsync(fixture, language, 200)).Path);
            await album.TakeAsync(page, "article-200", language);
        }

        await page.Context.CloseAsync();
    }

    [Theory(Explicit = true)]
    [InlineData("en")]
    [InlineData("ckb")]
    public async Task Site(string language)
    {
        var album = new Album();
        var page = await (await fixture.NewVisitorAsync(locale: language)).NewPageAsync();
        foreach (var (path, name) in ((string, string)[])[("/", "front"), ("/guidelines", "guidelines"), ("/privacy", "privacy"), ("/log", "log"), ("/verify", "verify"), ("/nowhere", "error-404"), ("/comments/x/report?", "error-comment")])
        {
            await page.GotoAsync(path);
            await album.TakeAsync(page, name, language);
        }

        await page.GotoAsync("/");
        var links = await page.Locator("main a[href^='/articles/']").EvaluateAllAsync<string[]>($"all => [...new Set(all.filter(a => a.closest('article').lang === '{language}').map(a => a.pathname))]");
        await page.GotoAsync(links.First(link => !link.Contains("bridge", StringComparison.Ordinal) && !link.Contains("pirdi", StringComparison.Ordinal)));
        await album.TakeAsync(page, "article-sample", language);
        await page.Context.CloseAsync();
    }

    [Theory(Explicit = true)]
    [InlineData("en")]
    [InlineData("ckb")]
    public async Task Receipts(string language)
    {
        var album = new Album();
        var page = await (await fixture.NewVisitorAsync(locale: language)).NewPageAsync();
        var article = await fixture.NewArticleAsync(language);
        var (pending, _) = await SendAsync(article, language, Said.Text(language, 1));
        await page.GotoAsync(pending);
        await album.TakeAsync(page, "receipt-pending", language);
        await page.GotoAsync($"{pending}?withdraw#withdraw");
        await album.TakeAsync(page, "receipt-withdrawing", language);
        await page.Locator("form[action$=withdraw] button").First.ClickAsync();
        await Expect(page.Locator("[data-status=withdrawn]")).ToBeVisibleAsync();
        await album.TakeAsync(page, "receipt-withdrawn", language);

        var (approved, id) = await SendAsync(article, language, Said.Text(language, 2));
        await fixture.ApproveAsync(id);
        await page.GotoAsync(approved);
        await album.TakeAsync(page, "receipt-approved", language);
        await page.GotoAsync($"/comments/{id}/report");
        await album.TakeAsync(page, "report", language);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GotoAsync($"/comments/{id}/report");
        await page.Locator("input[value=abuse]").CheckAsync();
        await page.Locator("main button[type=submit]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await album.TakeAsync(page, "report-thanks", language);

        var (rejected, rejectedId) = await SendAsync(article, language, Promotion);
        await fixture.RejectAsync(rejectedId);
        await page.GotoAsync(rejected);
        await album.TakeAsync(page, "receipt-rejected", language);
        await page.Locator("#why").FillAsync(Said.Text(language, 5));
        await page.Locator("#appeal button[type=submit]").ClickAsync();
        await Expect(page.Locator("#appeal blockquote")).ToBeVisibleAsync();
        await album.TakeAsync(page, "receipt-appealed", language);

        var (erased, _) = await SendAsync(article, language, Said.Text(language, 3));
        await page.GotoAsync($"{erased}?erase#erase");
        await page.Locator("form[action$=erase] button").First.ClickAsync();
        await Expect(page.Locator("[data-status=erased]")).ToBeVisibleAsync();
        await album.TakeAsync(page, "receipt-erased", language);
        await page.Context.CloseAsync();
    }

    private async Task<(string Path, string Id)> SendAsync(string article, string language, string text)
    {
        var taken = await fixture.Site.Http.PostAsync($"/api/v1{article}/comments", new JsonObject { ["author"] = Said.Name(language, 1), ["text"] = text });
        return (taken.Get("receiptUrl")!, taken.Get("id")!);
    }
}
