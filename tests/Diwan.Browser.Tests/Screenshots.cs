using Microsoft.Playwright;

namespace Diwan.Browser.Tests;

/// <summary>Pictures of pages for people to look at, when DIWAN_SCREENSHOTS names a folder for them.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DIWAN_SCREENSHOTS");

    public static async Task TakeAsync(this IPage page, string name)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
    }
}
