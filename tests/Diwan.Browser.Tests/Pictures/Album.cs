using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace Diwan.Browser.Tests.Pictures;

/// <summary>Pictures of pages in every state, for people to look through: each by day and by night, on a phone and on a desk. <c>./test --screenshots</c> names the folder.</summary>
internal sealed class Album
{
    private const string Variable = "DIWAN_SCREENSHOTS";

    private static readonly (string Name, int Width, int Height)[] Screens = [("phone", 390, 844), ("desktop", 1_280, 900)];

    private readonly string _folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
        ? folder : throw new InvalidOperationException($"{Variable} names no folder: run ./test --screenshots");

    /// <summary>Takes the page as it stands, on both screens in both lights.</summary>
    /// <param name="page">In the state to be shown.</param>
    /// <param name="name">Of the state, such as <c>receipt-rejected</c>.</param>
    /// <param name="language">Of the page.</param>
    public async Task TakeAsync(IPage page, string name, string language)
    {
        // What is loaded once somebody scrolls there belongs into the picture too.
        await page.EvaluateAsync("() => Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode().catch(() => {}); }))");
        foreach (var (screen, width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var light in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = light });
                // A publisher's page is dark by its own style, and the thread in it follows.
                await page.EvaluateAsync("""
                    dark => {
                      const thread = document.querySelector('diwan-comments, diwan-latest');
                      if (!thread) return;
                      document.body.className = dark ? 'dark' : '';
                      return new Promise(done => {
                        const look = () => (thread.shadowRoot?.querySelector('.diwan')?.dataset.theme ?? (dark ? 'dark' : 'light')) === (dark ? 'dark' : 'light') ? done() : requestAnimationFrame(look);
                        look();
                      });
                    }
                    """, light is ColorScheme.Dark);
                await page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{name}-{language}-{screen}-{(light is ColorScheme.Dark ? "dark" : "light")}.png"), FullPage = true });
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null });
        await page.SetViewportSizeAsync(1_280, 900);
        await WriteListAsync();
    }

    // One page with all of them, so that a browser is enough to look through.
    private async Task WriteListAsync()
    {
        var list = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>Diwan</title><style>body{margin:1rem;font:14px sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem}figure{margin:0}img{width:100%;height:22rem;object-fit:cover;object-position:top;border:1px solid #999}</style>");
        foreach (var file in Directory.EnumerateFiles(_folder, "*.png").Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            var name = WebUtility.HtmlEncode(file);
            list.Append(CultureInfo.InvariantCulture, $"<figure><a href=\"{name}\"><img loading=lazy src=\"{name}\" alt=\"\"></a><figcaption>{name}</figcaption></figure>");
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), list.ToString());
    }
}
