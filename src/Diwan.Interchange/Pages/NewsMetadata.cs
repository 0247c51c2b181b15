using AngleSharp.Html.Dom;
using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>What a page says about its article to machines: schema.org first, then OpenGraph and plain meta elements.</summary>
internal sealed record NewsMetadata
{
    public string? Headline { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public bool HasTimeOfDay { get; init; }

    public string? Byline { get; init; }

    public string? Editor { get; init; }

    public string? Section { get; init; }

    public string? Language { get; init; }

    public string? Url { get; init; }

    /// <summary>The whole text as schema.org's <c>articleBody</c> has it, plain.</summary>
    public string? Body { get; init; }

    /// <summary>True when the page says that it is an article.</summary>
    public bool IsArticle { get; init; }

    /// <summary>Reads the head of a page; every part may be missing.</summary>
    public static NewsMetadata Of(IHtmlDocument document, Uri? address)
    {
        var linked = JsonLd.ArticleIn(document) ?? new();
        var published = linked.PublishedAt;
        var hasTime = linked.HasTimeOfDay;
        if (published is null && Meta(document, "article:published_time", "date", "datePublished", "dc.date", "pubdate") is { } date)
            published = PageDate.Read(date, out hasTime);
        return linked with
        {
            Headline = linked.Headline ?? Meta(document, "og:title", "twitter:title"),
            PublishedAt = published,
            HasTimeOfDay = hasTime,
            Byline = linked.Byline ?? NameOnly(Meta(document, "author", "article:author", "dc.creator")),
            Section = linked.Section ?? Meta(document, "article:section"),
            Language = LanguageCode(linked.Language ?? document.DocumentElement.GetAttribute("lang") ?? Meta(document, "og:locale", "content-language")),
            Url = Absolute(document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"), address)
                ?? Absolute(Meta(document, "og:url"), address) ?? Absolute(linked.Url, address) ?? address?.AbsoluteUri,
            IsArticle = linked.IsArticle || Meta(document, "og:type") is "article",
        };
    }

    /// <summary>The language of a tag such as <c>en-GB</c> or <c>ku_IQ</c>, lower case; null when it names none this program knows apart.</summary>
    public static string? LanguageCode(string? tag)
    {
        var code = tag?.Split('-', '_')[0].Trim().ToLowerInvariant();

        // "ku" is both Sorani and Kurmanji: the text tells which.
        return code is { Length: 2 or 3 } && code is not ("ku" or "und" or "mul" or "zxx") && code.All(char.IsAsciiLetter) ? code : null;
    }

    private static string? Meta(IHtmlDocument document, params string[] names)
    {
        foreach (var name in names)
        {
            var found = document.Head?.QuerySelectorAll("meta").FirstOrDefault(meta =>
                string.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv"), name, StringComparison.OrdinalIgnoreCase));
            if (found is not null && PageLine.Clean(found.GetAttribute("content") ?? "") is { Length: > 0 } content) return content;
        }

        return null;
    }

    // Some pages give the address of the author's page where a name belongs.
    private static string? NameOnly(string? author) => author is null || author.Contains("://", StringComparison.Ordinal) ? null : author;

    private static string? Absolute(string? href, Uri? address)
    {
        if (string.IsNullOrWhiteSpace(href)) return null;
        return address is not null && Uri.TryCreate(address, href, out var absolute) ? absolute.AbsoluteUri : ArticleUrl.Normalize(href);
    }
}
