using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Diwan.Browser.Tests;

/// <summary>What is asked of every page.</summary>
internal static class EveryPage
{
    /// <summary>No barrier by axe, and no wider than a screen of 320 pixels.</summary>
    public static async Task CheckAsync(IPage page, string name)
    {
        await page.TakeAsync(name);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations
            .Select(violation => $"{name}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));

        await page.SetViewportSizeAsync(320, 640);
        await page.TakeAsync($"{name}-320");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{name} is {width} pixels wide on a screen of 320");
        await page.SetViewportSizeAsync(1_280, 900);
    }
}
