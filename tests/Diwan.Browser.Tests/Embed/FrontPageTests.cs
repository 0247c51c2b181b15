using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Embed;

/// <summary>Counts and the newest comments on a publisher's front page.</summary>
public sealed class FrontPageTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("en", "2 comments")]
    [InlineData("ckb", "٢ کۆمێنت")]
    [InlineData("ar", "تعليقان")]
    public async Task It_says_how_many_comments_there_are_and_shows_the_newest(string language, string counted)
    {
        // The page shows three; what other tests publish may come between.
        await fixture.PublishAsync(await fixture.NewArticleAsync(language), "One under another article.");
        var article = await fixture.NewArticleAsync(language);
        await fixture.PublishAsync(article, "The one before.");
        await fixture.PublishAsync(article, "The newest of all.");
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var page = await visitor.NewPageAsync();
        var address = Uri.EscapeDataString(new Uri(fixture.Site.Address, article).ToString());
        await page.GotoAsync($"{fixture.Publisher.Origin}/?lang={language}&address={address}");

        await Expect(page.Locator("a[data-diwan-count]")).ToHaveTextAsync(counted);
        await Expect(page.Locator("span[data-diwan-count]")).ToHaveTextAsync(counted);
        await Expect(page.Locator("diwan-latest .text").First).ToHaveTextAsync("The newest of all.");
        await Expect(page.Locator("diwan-latest li")).ToHaveCountAsync(3);
        await page.TakeAsync($"embed-front-{language}");
        Assert.Empty(await EveryPage.BarriersAsync(page, $"embed-front-{language}"));
    }
}
