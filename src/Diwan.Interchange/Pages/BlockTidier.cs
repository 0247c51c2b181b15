using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Takes the furniture out of the blocks of an HTML page: what <see cref="TextPageBody"/> does for lines.</summary>
internal sealed class BlockTidier(PageFurniture furniture, string headline)
{
    private readonly List<ArticleBlock> _blocks = [];

    public string? Dateline { get; private set; }

    public string? Editor { get; private set; }

    /// <summary>The blocks of the article alone.</summary>
    public List<ArticleBlock> Tidy(IEnumerable<ArticleBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var line = LineOf(block);
            if (line is not null && (furniture.IsComments(line) || furniture.IsLatest(line))) break;
            Take(block, line);
        }

        return _blocks;
    }

    private static string? LineOf(ArticleBlock block) => block switch
    {
        ArticleBlock.Heading heading => heading.Text,
        ArticleBlock.Paragraph paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)),
        _ => null,
    };

    private void Take(ArticleBlock block, string? line)
    {
        if (block is ArticleBlock.Picture picture)
        {
            var credit = furniture.CreditOf(picture.Caption);
            _blocks.Add(credit is var (caption, name) ? picture with { Caption = caption, Credit = name } : picture);
        }
        else if (line is null)
        {
            _blocks.Add(block);
        }
        else if (line == headline || PageFurniture.IsTextSize(line) || line == LineOf(_blocks.LastOrDefault() ?? new ArticleBlock.ReadMore("")))
        {
            return;
        }
        else if (furniture.ReadMoreOf(line) is { Length: > 0 } related)
        {
            _blocks.Add(new ArticleBlock.ReadMore(related));
        }
        else if (furniture.EditorOf(line) is { } editor)
        {
            Editor ??= editor;
        }
        else if (furniture.CreditOf(line) is var (caption, name))
        {
            Captions.Add(_blocks, new() { Caption = caption, Credit = name });
        }
        else
        {
            _blocks.Add(block is ArticleBlock.Paragraph paragraph ? WithoutDateline(paragraph) : block);
        }
    }

    private ArticleBlock.Paragraph WithoutDateline(ArticleBlock.Paragraph paragraph)
    {
        if (Dateline is not null || _blocks.Any(block => block is ArticleBlock.Paragraph)) return paragraph;

        // A dateline is often set in bold, a run of its own: it is looked for in the whole paragraph and cut out of the runs.
        var whole = string.Concat(paragraph.Runs.Select(run => run.Text));
        (Dateline, var rest) = Pages.Dateline.Split(whole);
        if (Dateline is null) return paragraph;
        var skip = whole.Length - rest.Length;
        var runs = new List<TextRun>();
        foreach (var run in paragraph.Runs)
        {
            var cut = Math.Min(skip, run.Text.Length);
            skip -= cut;
            if (cut < run.Text.Length) runs.Add(run with { Text = run.Text[cut..] });
        }

        return new(runs);
    }
}
