using Diwan.EndToEnd.Tests.Running;
using Diwan.Server.Tests.Mail;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Pictures;

/// <summary>What needs a site of its own: the pages of an address, a desk with nothing to do, a database that broke.</summary>
public sealed class RarePictures(BrowserFixture fixture)
{
    [Theory(Explicit = true)]
    [InlineData("en")]
    [InlineData("ckb")]
    public async Task Addresses_and_what_went_wrong(string language)
    {
        var album = new Album();
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        using var folder = new TemporaryFolder();
        using var sink = new SmtpSink();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "site.yaml"), $"publicUrl: https://news.example\nmail: {{host: 127.0.0.1, port: {sink.Port}, from: desk@news.example}}\n");
        await using var site = await RunningSite.StartAsync(folder.Path);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());
        await page.Locator("main a[href^='/articles/']").First.ClickAsync();
        await page.Locator("#author").FillAsync(Said.Name(language, 0));
        await page.Locator("#text").FillAsync(Said.Text(language, 0));
        await page.Locator("#email").FillAsync("reader@reader.example");
        await album.TakeAsync(page, "article-with-mail", language);
        await page.Locator("#form button[type=submit]").ClickAsync();
        await page.AtReceiptAsync();
        await Wait.UntilAsync(() => Task.FromResult(sink.Taken.Count > 0));
        var path = new Uri(sink.Taken[0].Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath[..^"/stop".Length];
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        await album.TakeAsync(page, "address-asked", language);
        await page.Locator("form[action$=confirm] button").ClickAsync();
        await Expect(page.Locator("a[download]")).ToBeVisibleAsync();
        await album.TakeAsync(page, "address-confirmed", language);
        await page.Locator("#erase a").ClickAsync();
        await album.TakeAsync(page, "address-erasing", language);

        // The files themselves are overwritten below the running program: a fault that nobody expects.
        foreach (var name in (string[])["diwan.db", "diwan.db-wal"])
        {
            await using var file = new FileStream(Path.Combine(folder.Path, name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length).ToArray());
        }

        var answer = await page.GotoAsync(new Uri(site.Address, $"/r/{new string('a', 43)}").ToString());
        Assert.Equal(500, answer!.Status);
        await album.TakeAsync(page, "error-500", language);
    }
}
