using System.ServiceModel.Syndication;
using System.Xml;
using AngleSharp.Html.Parser;
using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Reads an RSS or Atom feed: an article for each item, partial when the feed has only its summary.</summary>
/// <param name="furniture">The fixed lines to tell apart.</param>
/// <param name="languageOf">Tells the ISO 639 code of a text; <c>und</c> when it cannot.</param>
public sealed class FeedReader(PageFurniture furniture, Func<string, string> languageOf)
{
    private const int MostItems = 1_000;
    private const string ContentModule = "http://purl.org/rss/1.0/modules/content/";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Reads a feed. Document types are refused, so no entity is ever resolved.</summary>
    public PageReading Read(byte[] bytes, PageHints hints)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new()
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = PageFetcher.MostBytes,
            });
            reader.MoveToContent();
            var isAtom = reader.NamespaceURI == Atom;
            return Read(SyndicationFeed.Load(reader), isAtom, hints);
        }
        catch (Exception exception) when (exception is XmlException or FormatException or ArgumentException or InvalidOperationException)
        {
            return PageReading.Not($"a feed that cannot be read: {exception.Message}");
        }
    }

    private PageReading Read(SyndicationFeed feed, bool isAtom, PageHints hints)
    {
        var drafts = new List<ArticleDraft>();
        var notes = new List<string>();
        foreach (var item in feed.Items.Take(MostItems))
        {
            var headline = PlainOf(item.Title);
            var draft = headline.Length is > 0 and <= 300 ? Draft(item, headline, feed, isAtom, hints) : null;
            if (draft is not null) drafts.Add(draft);
            else notes.Add(headline.Length > 0 ? $"\"{FirstLines.Cut(headline, 80)}\" has no text" : "an item has no headline");
        }

        return drafts.Count > 0 ? new() { Drafts = drafts, Notes = notes } : PageReading.Not("a feed without articles") with { Notes = notes };
    }

    private ArticleDraft? Draft(SyndicationItem item, string headline, SyndicationFeed feed, bool isAtom, PageHints hints)
    {
        var address = AddressOf(item, feed, hints);
        var tidier = new BlockTidier(furniture, headline);
        var full = tidier.Tidy(BlocksOf(ContentOf(item, isAtom), address));
        var isPartial = !full.Any(block => block is ArticleBlock.Paragraph);
        if (isPartial)
        {
            tidier = new(furniture, headline);
            full = tidier.Tidy(BlocksOf((item.Summary ?? item.Content as TextSyndicationContent)?.Text, address));
        }

        var text = ArticleText.PlainBody([.. full.Where(block => block is ArticleBlock.Paragraph)]);
        if (text.Length == 0) return null;
        var published = PublishedOf(item);
        return new()
        {
            Headline = headline,
            Language = hints.Language ?? NewsMetadata.LanguageCode(feed.Language) ?? languageOf($"{headline}\n{text}"),
            PublishedAt = published,
            HasTimeOfDay = published is not null,
            Byline = BylineOf(item),
            Dateline = tidier.Dateline,
            Editor = tidier.Editor,
            Body = full,
            IsPartial = isPartial,
            IsOwn = hints.IsOwn,
            Url = ArticleUrl.Normalize(address?.AbsoluteUri),
            Source = PlainOf(feed.Title) is { Length: > 0 } name ? name : hints.Source,
            Section = item.Categories.Select(category => PageLine.Clean(category.Label ?? category.Name ?? "")).FirstOrDefault(name => name.Length > 0) ?? hints.Section,
        };
    }

    private static List<ArticleBlock> BlocksOf(string? html, Uri? address)
    {
        if (string.IsNullOrWhiteSpace(html)) return [];
        var document = new HtmlParser().ParseDocument(html);
        return HtmlDepth.IsSafe(document) && document.Body is { } body ? HtmlBlocks.Of(body, address) : [];
    }

    // RSS has a field for summaries alone, which the library may hand out as content; the whole text comes by its content module.
    private static string? ContentOf(SyndicationItem item, bool isAtom) =>
        item.ElementExtensions.ReadElementExtensions<string>("encoded", ContentModule).FirstOrDefault() ?? (isAtom ? (item.Content as TextSyndicationContent)?.Text : null);

    private static Uri? AddressOf(SyndicationItem item, SyndicationFeed feed, PageHints hints)
    {
        var link = item.Links.FirstOrDefault(one => one.RelationshipType is null or "alternate")?.Uri;
        if (link is null) return Uri.TryCreate(item.Id, UriKind.Absolute, out var id) && id.Scheme is "http" or "https" ? new(item.Id) : null;
        if (link.IsAbsoluteUri) return link;
        var home = feed.Links.FirstOrDefault(one => one.Uri.IsAbsoluteUri)?.Uri ?? hints.Address;
        return home is not null && Uri.TryCreate(home, link, out var absolute) ? absolute : null;
    }

    // A date the feed writes wrongly is found out only when it is asked for.
    private static DateTimeOffset? PublishedOf(SyndicationItem item)
    {
        try
        {
            var date = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            return date == default ? null : date.ToUniversalTime();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? BylineOf(SyndicationItem item)
    {
        var names = item.ElementExtensions.ReadElementExtensions<string>("creator", DublinCore)
            .Concat(item.Authors.Select(author => author.Name ?? BehindAddress(author.Email)))
            .Select(name => PageLine.Clean(name ?? "")).Where(name => name.Length > 0).Distinct().Take(10).ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    // RSS writes authors as "name@example.org (Name)": the address is nobody's business here.
    private static string? BehindAddress(string? email)
    {
        var open = email?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        if (open >= 0) return email![(open + 1)..].TrimEnd(')', ' ');
        return email?.Contains('@', StringComparison.Ordinal) is true ? null : email;
    }

    private static string PlainOf(TextSyndicationContent? text)
    {
        if (text is null) return "";
        if (text.Type is "text" && !text.Text.Contains('&', StringComparison.Ordinal)) return PageLine.Clean(text.Text);
        var document = new HtmlParser().ParseDocument(text.Text);
        return HtmlDepth.IsSafe(document) ? PageLine.Clean(document.Body?.TextContent ?? "") : "";
    }
}
