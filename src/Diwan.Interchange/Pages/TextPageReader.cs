using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Reads a news page that came off the web as plain text: the article, told apart from the furniture around it.</summary>
/// <param name="furniture">The fixed lines to tell apart.</param>
/// <param name="languageOf">Tells the ISO 639 code of a text; <c>und</c> when it cannot.</param>
public sealed class TextPageReader(PageFurniture furniture, Func<string, string> languageOf)
{
    /// <summary>Reads a page. Any text is allowed; what is no article comes back with the reason.</summary>
    public PageReading Read(string page, PageHints hints)
    {
        var lines = PageLine.Of(page);
        var (article, latest) = Part(lines);
        if (lines.Count == 0) return PageReading.Not("the file is empty");
        if (article.Count == 0) return PageReading.Not("only the lines around an article (comment rules, The Latest), no article");
        if (NotAnArticle.Reason(article) is { } reason) return PageReading.Not(reason);

        var head = TextPageHead.Read(article, furniture);
        var body = TextPageBody.Read(article[head.Length..], furniture);
        var blocks = head.Captions.Concat(body.Blocks).ToList();
        var text = ArticleText.PlainBody([.. blocks.Where(block => block is ArticleBlock.Paragraph)]);
        if (text.Length == 0) return PageReading.Not("a headline without any text under it");

        var draft = new ArticleDraft
        {
            Headline = head.Headline,
            Language = hints.Language ?? languageOf($"{head.Headline}\n{text}"),
            PublishedAt = head.PublishedAt,
            HasTimeOfDay = head.HasTimeOfDay,
            Byline = head.Byline,
            Dateline = body.Dateline,
            Editor = body.Editor,
            Body = blocks,
            IsOwn = hints.IsOwn,
            Source = hints.Source,
            Section = hints.Section,
        };
        var teasers = new TeaserReader(furniture, languageOf).Read(latest, hints, out var notes);
        return new() { Drafts = [draft, .. teasers], Notes = notes };
    }

    // From "Comments" on nothing is the article's; "The Latest" opens the teasers wherever it stands.
    private (List<PageLine> Article, List<PageLine> Latest) Part(List<PageLine> lines)
    {
        List<PageLine> article = [], latest = [];
        List<PageLine>? current = article;
        foreach (var line in lines)
        {
            if (furniture.IsLatest(line.Text)) current = latest;
            else if (furniture.IsComments(line.Text)) current = null;
            else current?.Add(line);
        }

        return (article, latest);
    }
}
