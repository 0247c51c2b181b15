using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests;

/// <summary>A thread of two hundred comments on a slow phone with a slow connection.</summary>
public sealed class SlowPhoneTests(BrowserFixture fixture)
{
    private const int MaxBytes = 60_000;

    // Where Lighthouse begins to call a page's blocked time poor; on an idle machine it is a tenth of that.
    private const double MaxBlocked = 600;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_takes_few_bytes_keeps_the_phone_free_and_shifts_nothing(bool embedded)
    {
        var article = await fixture.NewArticleAsync();
        string? parent = null;
        for (var i = 0; i < 200; i++)
        {
            var id = await fixture.PublishAsync(article, $"Comment {i} has something of its own to say about the bridge, the river and the {i}th day of the works.", parentId: i % 4 == 3 ? parent : null);
            if (i % 4 == 0) parent = id;
        }

        await using var visitor = await fixture.NewVisitorAsync(width: 390);
        await visitor.AddInitScriptAsync("""
            window.seen = { shift: 0, blocked: 0 };
            new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver(list => { for (const entry of list.getEntries()) seen.blocked += Math.max(0, entry.duration - 50); }).observe({ type: 'longtask', buffered: true });
            """);
        var page = await visitor.NewPageAsync();
        var browser = await visitor.NewCDPSessionAsync(page);
        await browser.SendAsync("Network.enable");
        await browser.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 90_000 });
        await browser.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        var bytes = 0.0;
        browser.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();

        await page.GotoAsync(embedded ? $"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang=en" : article);
        await Expect(page.Locator(".comments > li")).ToHaveCountAsync(20);
        await Expect(page.Locator("h2 .number")).ToHaveTextAsync("200");

        var seen = JsonNode.Parse((await page.EvaluateAsync("seen"))!.Value.GetRawText())!;
        Assert.Equal(0, seen["shift"]!.GetValue<double>());
        Assert.InRange(seen["blocked"]!.GetValue<double>(), 0, MaxBlocked);
        Assert.InRange(bytes, 1_000, MaxBytes);
    }
}
