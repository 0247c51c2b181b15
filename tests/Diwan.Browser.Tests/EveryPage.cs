using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Diwan.Browser.Tests;

/// <summary>What is asked of every page.</summary>
internal static class EveryPage
{
    // WCAG 2.2 asks for it, axe only when told.
    private static readonly AxeRunOptions Rules = new() { Rules = new() { ["target-size"] = new() { Enabled = true } } };

    /// <summary>Everything axe finds, in words.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(IPage page, string name) =>
        [.. (await page.RunAxe(Rules)).Violations.Select(violation =>
            $"{name}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")];

    /// <summary>No barrier by axe, by day and by night, and no wider than a screen of 320 pixels.</summary>
    public static async Task CheckAsync(IPage page, string name)
    {
        await page.TakeAsync(name);
        Assert.Empty(await BarriersAsync(page, name));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await BarriersAsync(page, $"{name} by night"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await page.SetViewportSizeAsync(320, 640);
        await page.TakeAsync($"{name}-320");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 320, $"{name} is {width} pixels wide on a screen of 320");
        await page.SetViewportSizeAsync(1_280, 900);
    }
}
