using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Embed;

/// <summary>A thread in a page of another origin, with a strict policy and no third-party cookies.</summary>
public sealed partial class EmbedTests(BrowserFixture fixture)
{
    public static TheoryData<string> Languages => ["en", "ckb", "kmr", "ar", "tr", "fa"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_reader_of_a_foreign_page_sends_a_comment_gets_a_receipt_and_sees_it_arrive(string language)
    {
        var article = await fixture.NewArticleAsync(language);
        await fixture.PublishAsync(article, "The first comment.");
        await using var visitor = await fixture.NewVisitorAsync(locale: language);
        var page = await visitor.NewPageAsync();
        var complaints = Complaints(page);
        await page.GotoAsync(Address(article, language));
        await Expect(page.Locator(".diwan")).ToHaveAttributeAsync("lang", language);

        var text = $"Well written,\nwith care: {language}.";
        await page.Locator("#diwan-author").FillAsync("Dîlan");
        await page.Locator("#diwan-text").FillAsync(text);
        await page.Locator(".write button[type=submit]").ClickAsync();

        await Expect(page.Locator(".received")).ToBeFocusedAsync();
        await Expect(page.Locator(".received blockquote")).ToHaveTextAsync(text);
        await Expect(page.Locator("#diwan-text")).ToHaveValueAsync("");
        var receipt = await page.Locator(".received a").GetAttributeAsync("href");
        Assert.StartsWith(fixture.Site.Address + "r/", receipt, StringComparison.Ordinal);
        var opened = await fixture.Site.Http.GetStringAsync(new Uri($"/api/v1/receipts/{receipt!.Split('/')[^1]}", UriKind.Relative));
        await page.TakeAsync($"embed-received-{language}");

        await fixture.ApproveAsync(Id.Match(opened).Groups[1].Value);
        await page.Locator(".fresh button").ClickAsync();

        var newest = page.Locator("li.comment").First;
        await Expect(newest.Locator(".text")).ToHaveTextAsync(text);
        await Expect(newest).ToBeFocusedAsync();
        await Expect(page.Locator(".fresh button")).ToHaveCountAsync(0);
        Assert.Empty(await visitor.CookiesAsync());
        Assert.Empty(complaints);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Without_a_script_an_included_thread_is_read_and_its_form_leads_to_a_receipt(string language)
    {
        var article = await fixture.NewArticleAsync(language);
        await fixture.PublishAsync(article, "Readable by everyone.");
        await using var visitor = await fixture.NewVisitorAsync(script: false, locale: language);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(Address(article, language) + "&included");
        await Expect(page.Locator("li.comment .text")).ToHaveTextAsync("Readable by everyone.");
        await page.TakeAsync($"embed-plain-{language}");

        await page.Locator("#diwan-author").FillAsync("Dîlan");
        await page.Locator("#diwan-text").FillAsync("Sent without a script.");
        await page.Locator(".write button[type=submit]").ClickAsync();

        await page.AtReceiptAsync();
        await Expect(page.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "pending");
    }

    [Fact]
    public async Task An_included_thread_is_taken_over_without_asking_for_it_again_and_nothing_moves()
    {
        var article = await fixture.NewArticleAsync();
        await fixture.PublishAsync(article, "Included by the publisher's server.");
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        var fragments = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/embed/", StringComparison.Ordinal)) fragments.Add(request.Url);
        };
        await page.GotoAsync(Address(article, "en") + "&included");
        await Expect(page.Locator("diwan-comments")).ToHaveAttributeAsync("ready", "");

        await page.Locator("a.reply").ClickAsync();
        await Expect(page.Locator(".comment form.write")).ToBeVisibleAsync();
        Assert.Empty(fragments);
        Assert.Equal(0, await ShiftAsync(page));
    }

    [Fact]
    public async Task A_thread_that_is_fetched_shifts_nothing_either()
    {
        var article = await fixture.NewArticleAsync();
        for (var i = 0; i < 5; i++) await fixture.PublishAsync(article, $"Comment {i} of five that take some room.");
        await using var visitor = await fixture.NewVisitorAsync(width: 390);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(Address(article, "en"));
        await Expect(page.Locator("li.comment")).ToHaveCountAsync(5);

        Assert.Equal(0, await ShiftAsync(page));
    }

    [Fact]
    public async Task Under_a_path_of_the_publishers_own_site_everything_stays_on_it()
    {
        var article = await fixture.NewArticleAsync();
        await fixture.PublishAsync(article, "Through the proxy.");
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        var strangers = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(fixture.Publisher.Origin, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) strangers.Add(request.Url);
        };
        await page.GotoAsync(Address(article, "en") + "&proxied");
        await Expect(page.Locator("li.comment .text")).ToHaveTextAsync("Through the proxy.");

        await page.Locator("#diwan-author").FillAsync("Dîlan");
        await page.Locator("#diwan-text").FillAsync("Back the same way.");
        await page.Locator(".write button[type=submit]").ClickAsync();

        await Expect(page.Locator(".received a")).ToHaveAttributeAsync("href", StartingWith(fixture.Publisher.Origin + "/talk/r/"));
        Assert.Empty(strangers);
    }

    [Fact]
    public async Task An_article_nobody_registered_leaves_what_the_publisher_put_there()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(Address("/articles/nobody-knows-it", "en"));

        await Expect(page.Locator("diwan-comments")).ToHaveAttributeAsync("ready", "");
        await Expect(page.Locator("diwan-comments a")).ToBeVisibleAsync();
    }

    private string Address(string article, string language) =>
        $"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang={language}";

    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    private static async Task<double> ShiftAsync(IPage page) => await page.EvaluateAsync<double>("""
        () => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; })
            .observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })
        """);

    private static Regex StartingWith(string text) => new("^" + Regex.Escape(text));

    [GeneratedRegex(@"""id"":""(\w+)""")]
    private static partial Regex Id { get; }
}
