using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Diwan.Comments.Articles;
using SmartReader;

namespace Diwan.Interchange.Pages;

/// <summary>Reads an HTML news page: what it says of itself to machines, and its text as blocks. Nothing of its HTML is kept.</summary>
/// <param name="furniture">The fixed lines to tell apart.</param>
/// <param name="languageOf">Tells the ISO 639 code of a text; <c>und</c> when it cannot.</param>
public sealed class HtmlPageReader(PageFurniture furniture, Func<string, string> languageOf)
{
    // A page larger in elements than any article's; the extraction grows faster than its input.
    private const int MostElements = 20_000;

    // Less text than this is a menu or a notice about cookies.
    private const int LeastText = 80;

    /// <summary>Reads a page. Any text is allowed; what is no article comes back with the reason.</summary>
    public PageReading Read(string html, PageHints hints)
    {
        var document = new HtmlParser().ParseDocument(html);
        if (document.All.Length > MostElements) return PageReading.Not(string.Create(CultureInfo.InvariantCulture, $"a page of more than {MostElements:N0} elements"));
        if (!HtmlDepth.IsSafe(document)) return PageReading.Not($"a page nested deeper than {HtmlDepth.Most} elements");

        var metadata = NewsMetadata.Of(document, hints.Address);
        var extracted = ExtractedFrom(html, hints.Address);
        var headline = Headline(metadata, document, extracted);
        if (headline is null) return PageReading.Not("a page without a headline");
        if (document.Title is { } title && title.StartsWith("Index of /", StringComparison.Ordinal)) return PageReading.Not("a directory listing");

        var tidier = new BlockTidier(furniture, headline);
        var body = tidier.Tidy(BodyOf(document, metadata, extracted, hints.Address));
        var text = ArticleText.PlainBody([.. body.Where(block => block is not ArticleBlock.Picture)]);
        if (text.Length < LeastText) return PageReading.Not("a page without running text");
        return new() { Drafts = [Draft(headline, metadata, body, text, tidier, hints)] };
    }

    private ArticleDraft Draft(string headline, NewsMetadata metadata, List<ArticleBlock> body, string text, BlockTidier tidier, PageHints hints) => new()
    {
        Headline = headline,
        Language = hints.Language ?? metadata.Language ?? languageOf($"{headline}\n{text}"),
        PublishedAt = metadata.PublishedAt,
        HasTimeOfDay = metadata.HasTimeOfDay,
        Byline = metadata.Byline,
        Dateline = tidier.Dateline,
        Editor = tidier.Editor ?? metadata.Editor,
        Body = body,
        IsOwn = hints.IsOwn,
        Url = ArticleUrl.Normalize(metadata.Url),
        Source = hints.Source,
        Section = hints.Section ?? metadata.Section,
    };

    // The element that is marked as the text, else what the extraction found, else the text that schema.org repeats.
    private static List<ArticleBlock> BodyOf(IHtmlDocument document, NewsMetadata metadata, IHtmlDocument? extracted, Uri? address)
    {
        var marked = document.QuerySelector("[itemprop~=articleBody]") ?? Only(document, "article");
        var blocks = marked is null ? [] : HtmlBlocks.Of(marked, address);
        if (LengthOf(blocks) < LeastText && extracted?.Body is { } content) blocks = HtmlBlocks.Of(content, address);
        var plain = metadata.Body is null ? [] : PageLine.Of(metadata.Body).Select(ArticleBlock (line) => new ArticleBlock.Paragraph([new(line.Text)])).ToList();

        // Pages that fill themselves in by script have their text in the data alone.
        return LengthOf(blocks) * 2 < LengthOf(plain) ? plain : blocks;
    }

    private static int LengthOf(List<ArticleBlock> blocks) => ArticleText.PlainBody([.. blocks.Where(block => block is ArticleBlock.Paragraph)]).Length;

    private static IElement? Only(IHtmlDocument document, string selector) =>
        document.QuerySelectorAll(selector) is { Length: 1 } found ? found[0] : null;

    private static string? Headline(NewsMetadata metadata, IHtmlDocument document, IHtmlDocument? extracted) =>
        new[] { metadata.Headline, Only(document, "h1")?.TextContent, extracted?.Title, document.Title }
            .Select(candidate => PageLine.Clean(candidate ?? ""))
            .FirstOrDefault(candidate => candidate.Length is > 0 and <= 300);

    private static IHtmlDocument? ExtractedFrom(string html, Uri? address)
    {
        try
        {
            var reader = new Reader(address?.AbsoluteUri ?? "https://page.invalid/", html) { MaxElemsToParse = MostElements };
            var article = reader.GetArticle();
            if (!article.IsReadable || string.IsNullOrWhiteSpace(article.Content)) return null;
            var document = new HtmlParser().ParseDocument(article.Content);
            document.Title = article.Title;
            return HtmlDepth.IsSafe(document) ? document : null;
        }
#pragma warning disable CA1031 // The extraction is one of three ways to the text; whatever a hostile page does to it, the others are tried.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
