using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Embed;

/// <summary>What readers do in an embedded thread: answer, report, find their way, go on where they stopped.</summary>
public sealed class ConversingTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_draft_survives_a_reload_and_is_gone_once_it_was_sent()
    {
        var page = await OpenAsync(await fixture.NewArticleAsync());
        await page.Locator("#diwan-author").FillAsync("Dîlan");
        await page.Locator("#diwan-text").FillAsync("Half a thought\nand a line");
        await page.ReloadAsync();
        await Expect(page.Locator("#diwan-text")).ToHaveValueAsync("Half a thought\nand a line");

        await page.Locator(".write button[type=submit]").ClickAsync();
        await Expect(page.Locator(".received")).ToBeVisibleAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("#diwan-author")).ToHaveValueAsync("Dîlan");
        await Expect(page.Locator("#diwan-text")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_nothing_may_be_remembered_comments_are_sent_all_the_same()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        await visitor.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })");
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(Address(await fixture.NewArticleAsync()));
        await SendAsync(page, "Sent from a very private window.");

        await Expect(page.Locator(".received")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_refused_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        var page = await OpenAsync(await fixture.NewArticleAsync());
        await page.Locator("#diwan-text").FillAsync("A comment without a name.");
        await page.Locator(".write button[type=submit]").ClickAsync();

        await Expect(page.Locator("#diwan-author-error")).ToHaveTextAsync("Please give a name.");
        await Expect(page.Locator("#diwan-author")).ToBeFocusedAsync();
        await Expect(page.Locator("#diwan-author")).ToHaveAttributeAsync("aria-describedby", "diwan-author-error diwan-author-hint");
        await Expect(page.Locator("#diwan-text")).ToHaveValueAsync("A comment without a name.");

        await page.Locator("#diwan-author").FillAsync("Dîlan");
        await page.Locator(".write button[type=submit]").ClickAsync();
        await Expect(page.Locator(".received")).ToBeVisibleAsync();
        await Expect(page.Locator(".error")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_comment_whose_answer_was_lost_is_sent_again_as_the_same_one()
    {
        var article = await fixture.NewArticleAsync();
        var page = await OpenAsync(article);
        var keys = new List<string>();
        await page.RouteAsync("**/comments", async route =>
        {
            keys.Add(route.Request.PostDataJSON()!.Value.GetProperty("idempotencyKey").GetString()!);
            if (keys.Count > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
        });
        await SendAsync(page, "The network broke after this was taken in.");
        await Expect(page.Locator(".refused")).ToContainTextAsync("What you wrote is still here");
        await page.Locator(".write button[type=submit]").ClickAsync();

        await Expect(page.Locator(".received")).ToBeVisibleAsync();
        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reply_is_written_under_the_comment_it_answers_and_can_be_left()
    {
        var article = await fixture.NewArticleAsync();
        await fixture.PublishAsync(article, "Who has seen it?", "Ş <b>");
        var page = await OpenAsync(article);
        await page.Locator("a.reply").ClickAsync();
        await Expect(page.Locator("li.comment form.write h3")).ToHaveTextAsync("Reply to Ş <b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel reply" }).ClickAsync();
        await Expect(page.Locator("a.reply")).ToBeFocusedAsync();
        await Expect(page.Locator("li.comment form")).ToHaveCountAsync(0);

        await page.Locator("a.reply").ClickAsync();
        var sent = page.WaitForRequestAsync("**/comments");
        await SendAsync(page, "I have.");

        Assert.Equal(32, (await sent).PostDataJSON()!.Value.GetProperty("parentId").GetString()!.Length);
        await Expect(page.Locator("li.comment .received")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_report_names_a_guideline_and_is_thanked_for_and_known_the_second_time()
    {
        var article = await fixture.NewArticleAsync();
        await fixture.PublishAsync(article, "Somebody will mind this.");
        var page = await OpenAsync(article);
        foreach (var answer in (string[])["Thank you.", "You have already reported"])
        {
            await page.Locator("a.report").ClickAsync();
            await page.Locator(".reporting input[value=abuse]").CheckAsync();
            await page.Locator(".reporting button[type=submit]").ClickAsync();
            await Expect(page.Locator("p.reporting")).ToContainTextAsync(answer);
        }

        await page.Locator("a.report").ClickAsync();
        await page.Locator("a.report").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("form.reporting")).ToHaveCountAsync(0);
        await Expect(page.Locator("a.report")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Orders_pages_and_permalinks_lead_to_the_right_comment()
    {
        var article = await fixture.NewArticleAsync();
        var oldest = await fixture.PublishAsync(article, "The very first.");
        var parent = oldest;
        for (var depth = 1; depth <= 4; depth++) parent = await fixture.PublishAsync(article, $"Answer {depth}.", parentId: parent);
        for (var i = 1; i <= 20; i++) await fixture.PublishAsync(article, $"Comment {i}.");
        var page = await OpenAsync(article);
        await Expect(page.Locator(".comments > li")).ToHaveCountAsync(20);

        await page.Locator(".more a").ClickAsync();
        await Expect(page.Locator(".comments > li")).ToHaveCountAsync(21);
        await Expect(page.Locator($"#comment-{oldest}")).ToBeFocusedAsync();
        await Expect(page.Locator(".more")).ToHaveCountAsync(0);

        await page.Locator(".orders a").Nth(1).ClickAsync();
        await Expect(page.Locator(".orders [aria-current]")).ToHaveTextAsync("Oldest first");
        await Expect(page.Locator(".comments > li .text").First).ToHaveTextAsync("The very first.");

        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{Address(article)}#comment-{parent}");
        await Expect(page.Locator($"#comment-{parent}")).ToBeFocusedAsync();
        await Expect(page.Locator($"#comment-{parent} > .text")).ToBeVisibleAsync();
        await page.TakeAsync("embed-permalink");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string article)
    {
        var page = await (await fixture.NewVisitorAsync()).NewPageAsync();
        await page.GotoAsync(Address(article));
        return page;
    }

    private string Address(string article) => $"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang=en";

    private static async Task SendAsync(IPage page, string text)
    {
        await page.Locator("#diwan-author").FillAsync("Dîlan");
        await page.Locator("#diwan-text").FillAsync(text);
        await page.Locator(".write button[type=submit]").ClickAsync();
    }
}
