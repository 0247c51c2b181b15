using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Recognises captions among the lines of a page: by their credit, or because the page holds them twice.</summary>
internal static class Captions
{
    /// <summary>The caption that stands at <paramref name="at"/>; null when the line is something else.</summary>
    public static ArticleBlock.Picture? At(IReadOnlyList<PageLine> lines, int at, PageFurniture furniture)
    {
        var text = lines[at].Text;
        if (furniture.CreditOf(text) is var (caption, credit)) return new() { Caption = caption, Credit = credit };
        return IsDoubled(lines, at) && text.Count(character => character is ' ') >= 2 ? new() { Caption = text } : null;
    }

    /// <summary>True when the next line is the same, with no empty line between.</summary>
    public static bool IsDoubled(IReadOnlyList<PageLine> lines, int at) =>
        at + 1 < lines.Count && !lines[at + 1].AfterBlank && lines[at + 1].Text == lines[at].Text;

    /// <summary>Adds a caption once, however often the page has it; a credit alone goes to the caption before it.</summary>
    public static void Add(List<ArticleBlock> blocks, ArticleBlock.Picture picture)
    {
        if (picture.Caption.Length == 0 && blocks.LastOrDefault() is ArticleBlock.Picture { Credit: null } uncredited)
            blocks[^1] = uncredited with { Credit = picture.Credit };
        else if (!blocks.OfType<ArticleBlock.Picture>().Any(known => known.Caption == picture.Caption && known.Credit == picture.Credit))
            blocks.Add(picture);
    }
}
