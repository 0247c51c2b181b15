using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Walks the elements of a page and keeps what an article is made of; what is not on the list of kept elements leaves
/// nothing behind but its text, and scripts, forms and the like not even that.</summary>
internal sealed class HtmlBlocks(Uri? address)
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math", "canvas", "video", "audio",
        "form", "button", "input", "select", "textarea", "nav", "aside", "footer", "head", "title", "meta", "link", "dialog", "menu",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "big", "strike", "tt",
    };

    private readonly List<ArticleBlock> _blocks = [];
    private readonly RunBuilder _runs = new();

    /// <summary>The blocks below an element, in reading order. The tree must not be deeper than <see cref="HtmlDepth.Most"/>.</summary>
    public static List<ArticleBlock> Of(INode root, Uri? address)
    {
        var walk = new HtmlBlocks(address);
        walk.Children(root);
        walk.EndParagraph();
        return walk._blocks;
    }

    private void Children(INode parent)
    {
        foreach (var child in parent.ChildNodes) Take(child);
    }

    private void Take(INode node)
    {
        if (node is IText text) _runs.Add(text.Data);
        if (node is not IElement element || IsHidden(element)) return;
        var name = element.LocalName;
        switch (name)
        {
            case "br": TakeBreak(element); break;
            case "img": TakePicture(element, null); break;
            case "figure": TakeFigure(element); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": TakeHeading(element, name[1] - '0'); break;
            case "blockquote": TakeQuotation(element); break;
            case "ul" or "ol": TakeList(element, name is "ol"); break;
            case "em" or "i" or "cite": _runs.Within(Emphasis.Emphasised, () => Children(element)); break;
            case "strong" or "b": _runs.Within(Emphasis.Strong, () => Children(element)); break;
            case "a": _runs.WithinLink(HrefOf(element), () => Children(element)); break;
            case var _ when Inline.Contains(name): Children(element); break;
            default:
                EndParagraph();
                Children(element);
                EndParagraph();
                break;
        }
    }

    private static bool IsHidden(IElement element) =>
        Dropped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
        || (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    // One break is white space in running text; two make a paragraph.
    private void TakeBreak(IElement element)
    {
        var next = element.NextSibling;
        while (next is IText { Data: var data } && string.IsNullOrWhiteSpace(data)) next = next.NextSibling;
        if (next is IHtmlBreakRowElement) EndParagraph();
        else _runs.Add(" ");
    }

    private void TakeHeading(IElement element, int level)
    {
        EndParagraph();
        var heading = PageLine.Clean(element.TextContent);
        if (heading.Length > 0) _blocks.Add(new ArticleBlock.Heading(Math.Clamp(level, 2, 4), heading));
    }

    private void TakeQuotation(IElement element)
    {
        EndParagraph();
        foreach (var block in Of(element, address))
            _blocks.Add(block is ArticleBlock.Paragraph paragraph ? new ArticleBlock.Quotation(paragraph.Runs) : block);
    }

    private void TakeList(IElement element, bool numbered)
    {
        EndParagraph();
        var items = new List<IReadOnlyList<TextRun>>();
        foreach (var item in element.Children.Where(child => child.LocalName is "li" && !IsHidden(child)))
        {
            var blocks = Of(item, address);
            var runs = blocks.OfType<ArticleBlock.Paragraph>().SelectMany((paragraph, at) => at == 0 ? paragraph.Runs : paragraph.Runs.Prepend(new(" "))).ToList();
            if (runs.Count > 0) items.Add(runs);
            _blocks.AddRange(blocks.Where(block => block is ArticleBlock.Picture));
        }

        if (items.Count > 0) _blocks.Add(new ArticleBlock.ItemList(numbered, items));
    }

    private void TakeFigure(IElement figure)
    {
        EndParagraph();
        var caption = figure.QuerySelector("figcaption") is { } element ? PageLine.Clean(element.TextContent) : null;
        if (figure.QuerySelector("img") is { } picture) TakePicture(picture, caption);
        else if (caption is { Length: > 0 } && figure.QuerySelector("blockquote, table, pre") is null) _blocks.Add(new ArticleBlock.Picture { Caption = caption });
        else if (caption is null) Children(figure);
    }

    private void TakePicture(IElement picture, string? caption)
    {
        EndParagraph();
        var source = picture.GetAttribute("src") is { Length: > 0 } src && !IsPlaceholder(src) ? src : picture.GetAttribute("data-src") ?? picture.GetAttribute("src");
        var alt = PageLine.Clean(picture.GetAttribute("alt") ?? "");
        if (string.IsNullOrWhiteSpace(source) && string.IsNullOrEmpty(caption)) return;
        _blocks.Add(new ArticleBlock.Picture
        {
            Caption = caption ?? "", Source = string.IsNullOrWhiteSpace(source) ? null : source.Trim(), Alt = alt.Length > 0 ? alt : null,
        });
    }

    // Pages that load pictures late put a tiny one in the place of the real.
    private static bool IsPlaceholder(string source) => source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && source.Length < 400;

    private string? HrefOf(IElement link)
    {
        var href = link.GetAttribute("href")?.Trim();
        if (string.IsNullOrEmpty(href) || href.StartsWith('#')) return null;
        if (address is not null && Uri.TryCreate(address, href, out var absolute)) href = absolute.AbsoluteUri;
        return ArticleUrl.Normalize(href) is null ? null : new Uri(href).AbsoluteUri;
    }

    private void EndParagraph()
    {
        if (_runs.Take() is { Count: > 0 } runs) _blocks.Add(new ArticleBlock.Paragraph(runs));
    }
}
