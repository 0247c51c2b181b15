using System.Globalization;
using System.Text;
using System.Xml;
using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>The publisher's own articles for feed readers and search engines. Imported copies are in neither.</summary>
internal sealed class Listings(IArticleStore articles, WordBook book, PageOptions options, PublicLinks links)
{
    private const int InFeed = 50;
    // The most a sitemap may list (sitemaps.org protocol).
    private const int InSitemap = 50_000;

    private static readonly XmlWriterSettings Writing = new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false };

    public async Task FeedAsync(HttpContext http)
    {
        var own = await articles.OwnAsync(InFeed, http.RequestAborted);
        await using var xml = Begin(http, "application/rss+xml; charset=utf-8");
        await xml.WriteStartElementAsync(null, "rss", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        await xml.WriteStartElementAsync(null, "channel", null);
        await TextAsync(xml, "title", book.In("en").Format("feed.title", ("site", options.SiteName)));
        await TextAsync(xml, "link", Site(http) + "/");
        await TextAsync(xml, "description", options.SiteName);
        foreach (var article in own)
        {
            var address = $"{Site(http)}/articles/{article.Slug}";
            await xml.WriteStartElementAsync(null, "item", null);
            await TextAsync(xml, "title", article.Headline);
            await TextAsync(xml, "link", address);
            await TextAsync(xml, "guid", address);
            if (article.PublishedAt is { } published) await TextAsync(xml, "pubDate", published.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture));
            await TextAsync(xml, "description", FirstLines.Of(article.Body));
            await TextAsync(xml, "comments", address + "#comments");
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    public async Task SitemapAsync(HttpContext http)
    {
        var own = await articles.OwnAsync(InSitemap, http.RequestAborted);
        await using var xml = Begin(http, "application/xml; charset=utf-8");
        await xml.WriteStartElementAsync(null, "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        foreach (var path in (string[])["/", "/guidelines", "/privacy", .. own.Select(article => $"/articles/{article.Slug}")])
        {
            await xml.WriteStartElementAsync(null, "url", null);
            await TextAsync(xml, "loc", Site(http) + path);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    public Task RobotsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"User-agent: *\nDisallow: /desk\nDisallow: /r/\nDisallow: /m/\nDisallow: /api/\nSitemap: {Site(http)}/sitemap.xml\n", http.RequestAborted);
    }

    // These answers are made for each request, so the request's own host does no harm in them.
    private string Site(HttpContext http) =>
        links.Site.Length > 0 ? links.Site : $"{http.Request.Scheme}://{http.Request.Host}";

    private static XmlWriter Begin(HttpContext http, string contentType)
    {
        http.Response.ContentType = contentType;
        return XmlWriter.Create(http.Response.BodyWriter.AsStream(), Writing);
    }

    private static async Task TextAsync(XmlWriter xml, string name, string text)
    {
        await xml.WriteStartElementAsync(null, name, null);
        await xml.WriteStringAsync(Writable(text));
        await xml.WriteEndElementAsync();
    }

    // XML 1.0 has no way at all to write a control character or half a surrogate pair.
    private static string Writable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r') clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
