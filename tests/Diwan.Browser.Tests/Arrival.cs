using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests;

/// <summary>Waits for the page that a form leads to: its address, and what makes it that page. The browser's own word that a page is loaded can come too early to be heard.</summary>
internal static partial class Arrival
{
    /// <summary>The author's receipt.</summary>
    public static async Task AtReceiptAsync(this IPage page)
    {
        await Expect(page).ToHaveURLAsync(Receipt);
        await Expect(page.Locator("[data-status]").First).ToBeVisibleAsync();
    }

    /// <summary>The moderators' desk.</summary>
    public static async Task AtDeskAsync(this IPage page)
    {
        await Expect(page).ToHaveURLAsync(Desk);
        await Expect(page.Locator("main")).ToBeVisibleAsync();
    }

    [GeneratedRegex("/r/[^/]+$")]
    private static partial Regex Receipt { get; }

    [GeneratedRegex("/desk$")]
    private static partial Regex Desk { get; }
}
