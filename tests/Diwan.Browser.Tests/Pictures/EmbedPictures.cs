using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Pictures;

/// <summary>The thread inside a page of the publisher's own, and what stands on its front page.</summary>
public sealed class EmbedPictures(BrowserFixture fixture)
{
    [Theory(Explicit = true)]
    [InlineData("en")]
    [InlineData("ckb")]
    [InlineData("kmr")]
    [InlineData("ar")]
    [InlineData("tr")]
    [InlineData("fa")]
    public async Task Threads_in_every_state(string language)
    {
        var album = new Album();
        var page = await (await fixture.NewVisitorAsync(locale: language)).NewPageAsync();
        var (path, deepest) = await Threads.FillAsync(fixture, language, 8);
        var address = $"{fixture.Publisher.Origin}/news?article={path.Split('/')[^1]}&lang={language}";
        await page.GotoAsync(address);
        await Expect(page.Locator(".comments > li").First).ToBeVisibleAsync();
        await album.TakeAsync(page, "embed", language);
        if (language is "en" or "ckb") await StatesAsync(album, page, language, address, path, deepest);
        await page.Context.CloseAsync();
    }

    private async Task StatesAsync(Album album, IPage page, string language, string address, string path, string deepest)
    {
        await page.Locator(".write button[type=submit]").ClickAsync();
        await Expect(page.Locator(".error").First).ToBeVisibleAsync();
        await album.TakeAsync(page, "embed-refused", language);
        await page.Locator("a.reply").First.ClickAsync();
        await page.Locator(".comments > li > .acts a.report").Last.ClickAsync();
        await album.TakeAsync(page, "embed-acts", language);
        await page.Locator("#diwan-author").FillAsync(Said.Name(language, 3));
        await page.Locator("#diwan-text").FillAsync(Said.Text(language, 1));
        await page.Locator(".write:not(.reporting) button[type=submit]").ClickAsync();
        await Expect(page.Locator(".received")).ToBeVisibleAsync();
        await fixture.PublishAsync(path, Said.Text(language, 3), Said.Name(language, 2));
        await Expect(page.Locator(".fresh button")).ToBeVisibleAsync();
        await album.TakeAsync(page, "embed-received", language);

        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{address}#comment-{deepest}");
        await Expect(page.Locator($"[id='comment-{deepest}']")).ToBeFocusedAsync();
        await album.TakeAsync(page, "embed-permalink", language);
        await page.EvaluateAsync("token => { document.querySelector('diwan-comments').token = token }", fixture.Signer.Token(Said.Staff(language), "staff"));
        await Expect(page.Locator("#diwan-author")).Not.ToBeEditableAsync();
        await album.TakeAsync(page, "embed-signed-in", language);

        var whole = Uri.EscapeDataString(new Uri(fixture.Site.Address, path).ToString());
        await page.GotoAsync($"{fixture.Publisher.Origin}/?lang={language}&address={whole}");
        await Expect(page.Locator("diwan-latest li").First).ToBeVisibleAsync();
        await album.TakeAsync(page, "embed-latest", language);

        await using var plain = await fixture.NewVisitorAsync(script: false, locale: language);
        var unscripted = await plain.NewPageAsync();
        await unscripted.GotoAsync(address + "&included");
        await album.TakeAsync(unscripted, "embed-without-script", language);
    }
}
