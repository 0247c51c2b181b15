using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>The text of a page, block by block, with its dateline and its editor taken out.</summary>
internal sealed class TextPageBody
{
    // Lines of a page that was broken by hand or by a mail program are of about this length.
    private const int ShortestWrapped = 45;
    private const int LongestWrapped = 100;
    private const int LongestHeading = 80;

    /// <summary>In reading order.</summary>
    public List<ArticleBlock> Blocks { get; } = [];

    public string? Dateline { get; private set; }

    public string? Editor { get; private set; }

    /// <summary>Reads the lines between the head of a page and its comment rules.</summary>
    public static TextPageBody Read(IReadOnlyList<PageLine> lines, PageFurniture furniture)
    {
        var body = new TextPageBody();
        lines = Unwrapped(lines);
        for (var at = 0; at < lines.Count; at++) at = body.Take(lines, at, furniture);
        return body;
    }

    private int Take(IReadOnlyList<PageLine> lines, int at, PageFurniture furniture)
    {
        var text = lines[at].Text;
        if (PageFurniture.IsTextSize(text)) return at;
        if (furniture.ReadMoreOf(text) is { } headline)
        {
            if (headline.Length == 0 && at + 1 < lines.Count) headline = lines[++at].Text;
            if (headline.Length > 0) Blocks.Add(new ArticleBlock.ReadMore(headline));
            return at;
        }

        if (furniture.EditorOf(text) is { } editor)
        {
            Editor ??= editor;
            return at;
        }

        if (Captions.At(lines, at, furniture) is { } caption)
        {
            Captions.Add(Blocks, caption);
            return Captions.IsDoubled(lines, at) ? at + 1 : at;
        }

        if (IsHeading(lines, at)) Blocks.Add(new ArticleBlock.Heading(2, text));
        else AddParagraph(text);
        return at;
    }

    private void AddParagraph(string text)
    {
        if (Dateline is null && !Blocks.Any(block => block is ArticleBlock.Paragraph)) (Dateline, text) = Pages.Dateline.Split(text);
        Blocks.Add(new ArticleBlock.Paragraph([new(text)]));
    }

    // A short line that ends no sentence, alone between paragraphs.
    private bool IsHeading(IReadOnlyList<PageLine> lines, int at)
    {
        var text = lines[at].Text;
        return text.Length <= LongestHeading && lines[at].AfterBlank
            && char.IsLetterOrDigit(text[^1])
            && Blocks.Any(block => block is ArticleBlock.Paragraph)
            && at + 1 < lines.Count && lines[at + 1].AfterBlank && lines[at + 1].Text.Length > LongestHeading;
    }

    /// <summary>Joins the lines of paragraphs that were broken to a width; leaves pages with one line a paragraph as they are.</summary>
    private static List<PageLine> Unwrapped(IReadOnlyList<PageLine> lines)
    {
        var joined = new List<PageLine>(lines.Count);
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && !lines[end].AfterBlank) end++;
            if (IsWrapped(lines, start, end)) joined.Add(new(string.Join(' ', lines.Take(start..end).Select(line => line.Text)), lines[start].AfterBlank));
            else joined.AddRange(lines.Take(start..end));
            start = end;
        }

        return joined;
    }

    private static bool IsWrapped(IReadOnlyList<PageLine> lines, int start, int end)
    {
        var breaksInside = false;
        for (var at = start; at < end - 1; at++)
        {
            var text = lines[at].Text;
            if (text.Length is < ShortestWrapped or > LongestWrapped || Captions.IsDoubled(lines, at)) return false;
            breaksInside |= char.IsLetterOrDigit(text[^1]) || text[^1] is ',' or '،';
        }

        return breaksInside;
    }
}
