using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests.Pictures;

/// <summary>The moderators' pages.</summary>
public sealed class DeskPictures(BrowserFixture fixture)
{
    [Theory(Explicit = true)]
    [InlineData("en")]
    [InlineData("ckb")]
    [InlineData("ar")]
    public async Task Desk(string language)
    {
        var album = new Album();
        var reader = await (await fixture.NewVisitorAsync(locale: language)).NewPageAsync();
        await reader.GotoAsync("/desk/sign-in");
        await album.TakeAsync(reader, "desk-sign-in", language);
        await reader.Locator("#name").FillAsync("nobody");
        await reader.Locator("#password").FillAsync("a wrong password");
        await reader.Locator("form.panel button").ClickAsync();
        await Expect(reader.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await album.TakeAsync(reader, "desk-sign-in-failed", language);

        var article = await fixture.NewArticleAsync(language);
        var reported = await fixture.PublishAsync(article, Said.Text(language, 3), Said.Name(language, 3));
        await fixture.Site.Http.PostAsync($"/api/v1/comments/{reported}/reports", new JsonObject { ["guideline"] = "abuse", ["note"] = Said.Text(language, 0) });
        var appealed = await fixture.Site.Http.PostAsync($"/api/v1{article}/comments", new JsonObject { ["author"] = Said.Name(language, 2), ["text"] = Said.Text(language, 2) });
        await fixture.RejectAsync(appealed.Get("id")!);
        await fixture.Site.Http.PostAsync($"/api/v1/receipts/{appealed.Get("receipt")}/appeal", new JsonObject { ["text"] = Said.Text(language, 5) });
        await fixture.Site.Http.PostAsync($"/api/v1{article}/comments", new JsonObject { ["author"] = Said.Name(language, 0), ["text"] = Said.Text(language, 0), ["parentId"] = reported });
        await fixture.Site.Http.PostAsync($"/api/v1{article}/comments", new JsonObject { ["author"] = "Watches", ["text"] = "Buy cheap watches now at https://cheap-watches.example and call 0750 123 4567 today" });

        var desk = await fixture.SignInAsync($"painter-{language}", language: language);
        await desk.GotoAsync("/desk?order=newest");
        await album.TakeAsync(desk, "desk-card", language);
        await desk.Keyboard.PressAsync("d");
        await album.TakeAsync(desk, "desk-rejecting", language);
        await desk.Keyboard.PressAsync("0");
        await Expect(desk.Locator("form[data-act=undo]")).ToBeVisibleAsync();
        await album.TakeAsync(desk, "desk-decided", language);
        foreach (var (path, name) in ((string, string)[])[("/desk?queue=reported", "reported"), ("/desk/appeals", "appeals"), ("/desk/recent", "recent"), ("/desk/account", "account")])
        {
            await desk.GotoAsync(path);
            await album.TakeAsync(desk, $"desk-{name}", language);
        }

        await desk.Context.CloseAsync();
        await reader.Context.CloseAsync();
    }
}
