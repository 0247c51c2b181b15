using System.Globalization;
using System.Text;
using Diwan.Comments.Publishing;
using Diwan.Server.Embed.Views;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Embed;

/// <summary>The newest comments of the site as a piece of HTML, for a publisher's front page.</summary>
internal sealed class LatestFragments(LatestComments latest, PageCache cache, PageRenderer renderer, WordBook book, PublicLinks links)
{
    private const int Usual = 5;

    public async Task SendAsync(HttpContext http, string? lang, string? limit)
    {
        var count = Usual;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > LatestComments.Max))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.ContentLength = 0;
            return;
        }

        var words = book.In(Reader.Known(lang) ?? "en");
        var fragment = await cache.GetAsync(PageCache.Site, string.Create(CultureInfo.InvariantCulture, $"latest comments {words.Language} {count}"), async () =>
        {
            var html = await renderer.RenderFragmentAsync<EmbeddedLatest>(new Dictionary<string, object?> { ["Latest"] = await latest.RunAsync(count), ["Words"] = words });
            return new OpenEnded(Encoding.UTF8.GetBytes(RootedLinks.Prefix(html, links.Site)));
        });
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        await Answer.SendAsync(http, fragment!, Answer.Html, "Accept-Encoding");
    }
}
