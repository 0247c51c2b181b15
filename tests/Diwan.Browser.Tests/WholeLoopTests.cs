using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests;

/// <summary>A reader comments, the desk decides, the author and everybody else see what became of it.</summary>
public sealed class WholeLoopTests(BrowserFixture fixture)
{
    private const string Promotion = "Buy cheap watches now at https://cheap-watches.example and call 0750 123 4567 today";

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ckb", true)]
    [InlineData("ckb", false)]
    public async Task An_approved_comment_is_published_as_it_was_written(string language, bool script)
    {
        var text = language == "ckb" ? $"دەستخۆش بۆ وەستاکان،\nکارێکی جوانیان کردووە {script}." : $"Well done to the masons,\nthey did fine work {script}.";
        await using var visitor = await fixture.NewVisitorAsync(script, locale: language);
        var reader = await visitor.NewPageAsync();
        var article = await fixture.NewArticleAsync(language);
        await reader.GotoAsync(article);
        await Expect(reader.Locator("html")).ToHaveAttributeAsync("dir", language == "ckb" ? "rtl" : "ltr");

        await SubmitAsync(reader, "Şîlan", text);
        await Expect(reader.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "pending");

        var desk = await fixture.SignInAsync($"approver-{language}-{script}", script, language);
        await desk.GotoAsync("/desk?order=newest");
        Assert.Equal(text, await TextOfAsync(desk.Locator("[data-comment]")));
        if (script) await desk.Keyboard.PressAsync("a");
        else await desk.Locator("button.approve").ClickAsync();
        await Expect(desk.Locator("form[data-act=undo]")).ToBeVisibleAsync();

        await reader.ReloadAsync();
        await Expect(reader.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "approved");
        await reader.GotoAsync(article);
        var published = reader.Locator("li.comment .text");
        Assert.Equal(text, await TextOfAsync(published));
        await Expect(published).ToHaveAttributeAsync("dir", "auto");
        await desk.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rejected_author_sees_the_guideline_and_the_words(bool script)
    {
        await using var visitor = await fixture.NewVisitorAsync(script);
        var reader = await visitor.NewPageAsync();
        await reader.GotoAsync(await fixture.NewArticleAsync());
        await SubmitAsync(reader, "Vendor", Promotion);

        var desk = await fixture.SignInAsync($"rejecter-{script}", script);
        await desk.GotoAsync("/desk?order=newest");
        await Expect(desk.Locator("[data-comment] mark").First).ToBeVisibleAsync();
        if (script)
        {
            await desk.Keyboard.PressAsync("d");
            await desk.Keyboard.PressAsync("0");
        }
        else
        {
            await desk.Locator("summary.reject").ClickAsync();
            await desk.Locator("button[value=commercial-promotion]").ClickAsync();
        }

        await Expect(desk.Locator("form[data-act=undo]")).ToBeVisibleAsync();
        await reader.ReloadAsync();

        await Expect(reader.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "rejected");
        await Expect(reader.Locator("section.reason h3")).ToHaveTextAsync("Commercial promotion");
        await Expect(reader.Locator("mark").First).ToBeVisibleAsync();
        Assert.All(await reader.Locator("mark").AllTextContentsAsync(), words => Assert.Contains(words, Promotion, StringComparison.Ordinal));
        await reader.TakeAsync($"receipt-rejected-{(script ? "script" : "plain")}");
        await desk.Context.CloseAsync();
    }

    [Fact]
    public async Task A_slip_of_the_finger_is_taken_back_with_one_key()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var reader = await visitor.NewPageAsync();
        await reader.GotoAsync(await fixture.NewArticleAsync());
        await SubmitAsync(reader, "Azad", "Please do not publish this yet.");
        var desk = await fixture.SignInAsync("undoer");
        await desk.GotoAsync("/desk?order=newest");
        await desk.Keyboard.PressAsync("a");
        await Expect(desk.Locator("form[data-act=undo]")).ToBeVisibleAsync();

        await desk.Keyboard.PressAsync("u");

        await Expect(desk.Locator("[data-comment]")).ToHaveTextAsync("Please do not publish this yet.");
        await reader.ReloadAsync();
        await Expect(reader.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "pending");
        await desk.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_two_moderators_on_one_card_the_second_is_told_and_nothing_is_overwritten()
    {
        await using var visitor = await fixture.NewVisitorAsync();
        var reader = await visitor.NewPageAsync();
        await reader.GotoAsync(await fixture.NewArticleAsync());
        await SubmitAsync(reader, "Azad", "Two people look at this one.");
        var first = await fixture.SignInAsync("first");
        await first.GotoAsync("/desk?order=newest");
        var id = await first.Locator("form[data-act=approve] input[name=id]").InputValueAsync();

        // Only now: whoever signs in is given a card that nobody holds, and this one could be it.
        var second = await fixture.SignInAsync("second");
        await second.GotoAsync($"/desk?order=newest&at={id}");
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("first");

        await first.Keyboard.PressAsync("a");
        await Expect(first.Locator("form[data-act=undo]")).ToBeVisibleAsync();
        await second.Keyboard.PressAsync("d");
        await second.Keyboard.PressAsync("2");

        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("first");
        await Expect(second.Locator("form[data-act=undo]")).ToHaveCountAsync(0);
        await reader.ReloadAsync();
        await Expect(reader.Locator("[data-status]")).ToHaveAttributeAsync("data-status", "approved");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    private static async Task SubmitAsync(IPage page, string author, string text)
    {
        await page.Locator("#author").FillAsync(author);
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#form button[type=submit]").ClickAsync();
        await page.AtReceiptAsync();
    }

    // A browser sends the line ends of a form as CR LF; where it shows them again they are whatever it likes.
    private static async Task<string> TextOfAsync(ILocator element) =>
        (await element.TextContentAsync())!.Replace("\r", "", StringComparison.Ordinal);
}
