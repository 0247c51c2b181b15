using System.Text.RegularExpressions;
using Diwan.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Embed;

/// <summary>Readers whom the publisher's own page has signed in.</summary>
public sealed partial class SigningTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_of_the_newsroom_answers_under_their_own_name_and_readers_see_the_badge(bool byProperty)
    {
        var article = await fixture.NewArticleAsync("ckb");
        var parent = await fixture.PublishAsync(article, "کەی تەواو دەبێت؟");
        await using var visitor = await fixture.NewVisitorAsync(locale: "ckb");
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(Address(article, "ckb"));
        await page.Locator("#diwan-author").FillAsync("Guest");
        await SignAsync(page, byProperty, fixture.Signer.Token("شیلان کەریم", "staff"));
        await Expect(page.Locator("#diwan-author")).ToHaveValueAsync("شیلان کەریم");
        await Expect(page.Locator("#diwan-author")).Not.ToBeEditableAsync();

        await page.Locator("a.reply").ClickAsync();
        await page.Locator("#diwan-text").FillAsync("لە بەهاردا.");
        var sent = page.WaitForResponseAsync(answer => answer.Url.EndsWith("/comments", StringComparison.Ordinal) && answer.Request.Method == "POST");
        await page.Locator(".write button[type=submit]").ClickAsync();
        await Expect(page.Locator(".received")).ToBeFocusedAsync();
        await fixture.ApproveAsync((await (await sent).JsonAsync())!.Value.GetProperty("id").GetString()!);
        await page.Locator(".fresh button").ClickAsync();
        await Expect(page.Locator($"[id='comment-{parent}'] li .badge")).ToHaveTextAsync("دەستەی نووسەران");

        await SignAsync(page, byProperty, token: null);
        await Expect(page.Locator("#diwan-author")).ToBeEditableAsync();
        await Expect(page.Locator("#diwan-author")).ToHaveValueAsync("Guest");
        await page.GotoAsync(article);
        await Expect(page.Locator(".comment .comment .badge")).ToHaveTextAsync("دەستەی نووسەران");
    }

    [Fact]
    public async Task Where_guests_only_read_the_form_comes_with_the_sign_in_and_goes_with_it()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        await using var publisher = await PublisherSite.StartAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "publisher.pem"), fixture.Signer.PublicKey);
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "site.yaml"),
            $"origins:\n  - {publisher.Origin}\nsignIn:\n  keys: publisher.pem\n  issuer: {ReaderSigner.Issuer}\n  required: true\n  url: {publisher.Origin}/sign-in\n");
        await using var site = await RunningSite.StartAsync(folder.Path);
        publisher.Comments = site.Address;
        var front = await site.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        var page = await visitor.NewPageAsync();
        await page.GotoAsync($"{publisher.Origin}/news?article={Slug.Match(front).Groups[1].Value}&lang=en");
        await Expect(page.Locator(".sign-in a")).ToHaveAttributeAsync("href", $"{publisher.Origin}/sign-in");
        await Expect(page.Locator("form.write")).ToBeHiddenAsync();
        Assert.Empty(await EveryPage.BarriersAsync(page, "embed-sign-in"));

        await SignAsync(page, byProperty: true, fixture.Signer.Token("Rojda"));
        await Expect(page.Locator(".sign-in")).ToBeHiddenAsync();
        await page.Locator("#diwan-text").FillAsync("As a member.");
        await page.Locator(".write button[type=submit]").ClickAsync();
        await Expect(page.Locator(".received")).ToBeFocusedAsync();

        await SignAsync(page, byProperty: true, token: null);
        await Expect(page.Locator("form.write")).ToBeHiddenAsync();
        await Expect(page.Locator(".sign-in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_sign_in_that_is_over_says_so_and_loses_nothing()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(Address(await fixture.NewArticleAsync(), "en"));
        await Expect(page.Locator("#diwan-text")).ToBeVisibleAsync();
        await SignAsync(page, byProperty: true, fixture.Signer.Token("Rojda")[..^4] + "AAAA");
        await page.Locator("#diwan-text").FillAsync("Still here.");
        await page.Locator(".write button[type=submit]").ClickAsync();

        await Expect(page.Locator(".refused")).ToContainTextAsync("Your sign-in is over.");
        await Expect(page.Locator("#diwan-text")).ToHaveValueAsync("Still here.");
    }

    [Theory]
    [InlineData("en", "This name is too much like one of our newsroom’s.")]
    [InlineData("ckb", "ئەم ناوە زۆر لە ناوی یەکێک لە دەستەی نووسەرانمان دەچێت.")]
    [InlineData("tr", "Bu ad, haber merkezimizden birinin adına çok benziyor.")]
    public async Task A_guest_who_would_be_taken_for_the_newsroom_is_told_at_the_name(string language, string said)
    {
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(Address(await fixture.NewArticleAsync(language), language));
        await page.Locator("#diwan-author").FillAsync("Nеrmin  CEMAL");
        await page.Locator("#diwan-text").FillAsync("Believe me.");
        await page.Locator(".write button[type=submit]").ClickAsync();

        await Expect(page.Locator("#diwan-author-error")).ToContainTextAsync(said);
        await Expect(page.Locator("#diwan-author")).ToBeFocusedAsync();
    }

    [GeneratedRegex("/articles/([a-z0-9-]+)")]
    private static partial Regex Slug { get; }

    private string Address(string article, string language) => $"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang={language}";

    private static async Task SignAsync(IPage page, bool byProperty, string? token) => await page.EvaluateAsync(
        byProperty ? "token => { document.querySelector('diwan-comments').token = token }"
            : "token => { const place = document.querySelector('diwan-comments'); token === null ? place.removeAttribute('token') : place.setAttribute('token', token) }", token);
}
