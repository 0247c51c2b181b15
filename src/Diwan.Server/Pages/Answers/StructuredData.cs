using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Diwan.Comments.Articles;

namespace Diwan.Server.Pages.Answers;

/// <summary>What search engines read of an article: schema.org's NewsArticle as JSON-LD.</summary>
internal static class StructuredData
{
    // Escapes &lt;, &gt;, &amp; and quotes, so that no headline can end the script element it stands in.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(Article article, int comments, string siteName, PublicLinks links)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Writing))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "NewsArticle");
            json.WriteString("headline", article.Headline);
            json.WriteString("inLanguage", article.Language);
            if (article.PublishedAt is { } published)
                json.WriteString("datePublished", published.UtcDateTime.ToString(
                    article.HasTimeOfDay ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            if (article.Byline is { } byline) WriteNamed(json, "author", "Person", byline);
            if (article.Section is { } section) json.WriteString("articleSection", section);
            if (article.Body.OfType<ArticleBlock.Picture>().FirstOrDefault(picture => picture.Source is not null) is { Source: { } source })
                json.WriteString("image", links.Absolute($"/media/{source}"));
            json.WriteString("mainEntityOfPage", !article.IsOwn && article.Url is { } original ? original : links.Absolute($"/articles/{article.Slug}"));
            if (article.IsOwn) WriteNamed(json, "publisher", "Organization", siteName);
            json.WriteNumber("commentCount", comments);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private static void WriteNamed(Utf8JsonWriter json, string property, string type, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
