using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Embed;

/// <summary>Readers whom the publisher's own page has signed in.</summary>
public sealed class SigningTests(BrowserFixture fixture)
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

    private string Address(string article, string language) => $"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang={language}";

    private static async Task SignAsync(IPage page, bool byProperty, string? token) => await page.EvaluateAsync(
        byProperty ? "token => { document.querySelector('diwan-comments').token = token }"
            : "token => { const place = document.querySelector('diwan-comments'); token === null ? place.removeAttribute('token') : place.setAttribute('token', token) }", token);
}
