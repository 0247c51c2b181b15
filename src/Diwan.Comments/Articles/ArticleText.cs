using System.Text;
using Diwan.Moderation;

namespace Diwan.Comments.Articles;

/// <summary>The plain text of an article, for judging and for first lines.</summary>
public static class ArticleText
{
    /// <summary>What the engine may know of an article.</summary>
    public static ArticleContext ContextOf(Article article) => new(article.Language, article.Headline, PlainBody(article.Body));

    /// <summary>All running text, one line a block.</summary>
    public static string PlainBody(IReadOnlyList<ArticleBlock> body)
    {
        var text = new StringBuilder();
        foreach (var block in body)
        {
            switch (block)
            {
                case ArticleBlock.Paragraph paragraph: AppendLine(text, paragraph.Runs); break;
                case ArticleBlock.Quotation quotation: AppendLine(text, quotation.Runs); break;
                case ArticleBlock.Heading heading: text.Append(heading.Text).Append('\n'); break;
                case ArticleBlock.ItemList list:
                    foreach (var item in list.Items) AppendLine(text, item);
                    break;
                case ArticleBlock.Picture { Caption.Length: > 0 } picture: text.Append(picture.Caption).Append('\n'); break;
            }
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, IReadOnlyList<TextRun> runs)
    {
        foreach (var run in runs) text.Append(run.Text);
        text.Append('\n');
    }
}
