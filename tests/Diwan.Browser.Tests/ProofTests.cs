using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;
using Diwan.Server.Tests.Mail;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests;

/// <summary>An author checks the promise in a browser, and settles by mail what is stored.</summary>
public sealed class ProofTests(BrowserFixture fixture)
{
    private const string Text = "Well done to the masons.\nThey did fine work.";

    [Fact]
    public async Task A_proof_is_checked_in_the_browser_and_an_altered_one_is_not_believed()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        var taken = await fixture.Site.Http.PostAsync($"/api/v1{await fixture.NewArticleAsync()}/comments", new JsonObject { ["author"] = "Şîlan", ["text"] = Text });
        await fixture.ApproveAsync(taken.Get("id")!);
        await page.GotoAsync($"/r/{taken.Get("receipt")}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        var proof = await File.ReadAllTextAsync(await download.PathAsync());

        await CheckAsync(page, proof, Text);
        await Expect(page.Locator("[data-field=text]")).ToHaveTextAsync(Text);
        await Expect(page.Locator("#outcome")).ToContainTextAsync("The published comment is the same, letter by letter.");
        await Expect(page.Locator("#outcome")).ToContainTextAsync("The proof holds");

        await CheckAsync(page, proof, Text + "!");
        await Expect(page.Locator("#outcome")).ToContainTextAsync("The published comment is not the same.");

        var altered = JsonNode.Parse(proof)!;
        altered["index"] = altered["index"]!.GetValue<long>() + 1;
        await CheckAsync(page, altered.ToJsonString(), "");
        await Expect(page.Locator("#outcome")).ToContainTextAsync("The proof does not hold");

        await CheckAsync(page, "{}", "");
        await Expect(page.Locator("#outcome")).ToContainTextAsync("This file is no proof from a receipt.");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ckb")]
    public async Task The_page_of_an_address_fits_a_phone_and_does_what_its_buttons_say(string language)
    {
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        using var folder = new TemporaryFolder();
        using var sink = new SmtpSink();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "site.yaml"), $"publicUrl: https://news.example\nmail: {{host: 127.0.0.1, port: {sink.Port}, from: desk@news.example}}\n");
        await using var site = await RunningSite.StartAsync(folder.Path);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());
        await page.Locator("main a[href^='/articles/']").First.ClickAsync();
        await page.Locator("#author").FillAsync("Şîlan");
        await page.Locator("#text").FillAsync(Text);
        await page.Locator("#email").FillAsync("silan@reader.example");
        await page.Locator("#form button[type=submit]").ClickAsync();
        await page.AtReceiptAsync();
        await Wait.UntilAsync(() => Task.FromResult(sink.Taken.Count > 0));

        var path = new Uri(sink.Taken[0].Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath[..^"/stop".Length];
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        await EveryPage.CheckAsync(page, $"address-asked-{language}");
        await page.Locator("form[action$=confirm] button").ClickAsync();
        await Expect(page.Locator("a[download]")).ToBeVisibleAsync();
        await EveryPage.CheckAsync(page, $"address-{language}");
        await page.Locator("#erase a").ClickAsync();
        await EveryPage.CheckAsync(page, $"address-erasing-{language}");
        await page.Locator("form[action$=erase] button").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await EveryPage.CheckAsync(page, $"address-erased-{language}");
    }

    private static async Task CheckAsync(IPage page, string proof, string published)
    {
        await page.GotoAsync("/verify");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "proof.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(proof) });
        await page.Locator("#published").FillAsync(published);
        await page.Locator("#verify button").ClickAsync();
    }
}
