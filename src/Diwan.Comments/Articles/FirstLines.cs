using System.Globalization;
using System.Text;

namespace Diwan.Comments.Articles;

/// <summary>Cuts the first lines of an article for lists: at a word, never inside a character, with its direction marks closed.</summary>
public static class FirstLines
{
    /// <summary>About how much is shown under a headline, in UTF-16 units: two lines of a front page.</summary>
    public const int Length = 160;

    // The characters joined into one (a family of emoji, a letter with its marks) are far shorter than this.
    private const int Lookahead = 64;

    /// <summary>The beginning of the first paragraph; empty when the body has none.</summary>
    public static string Of(IReadOnlyList<ArticleBlock> body, int length = Length)
    {
        var first = body.OfType<ArticleBlock.Paragraph>().FirstOrDefault();
        return first is null ? "" : Cut(string.Concat(first.Runs.Select(run => run.Text)).Trim(), length);
    }

    /// <summary>The text, or its beginning with an ellipsis when it is longer than <paramref name="length"/>.</summary>
    public static string Cut(string text, int length = Length)
    {
        if (text.Length <= length) return text;
        var end = text.LastIndexOf(' ', length);
        if (end <= length / 2) end = EndOfWholeCharacters(text, length);
        var beginning = text.AsSpan(0, end).TrimEnd(" ,;:،؛–—-");
        return $"{beginning}…{Closing(beginning)}";
    }

    private static int EndOfWholeCharacters(string text, int length)
    {
        var end = 0;
        foreach (var character in StringInfo.ParseCombiningCharacters(text[..Math.Min(text.Length, length + Lookahead)]))
            if (character <= length) end = character;
        if (end > 0) return end;
        return char.IsLowSurrogate(text[length]) ? length - 1 : length;
    }

    // What a cut leaves open would turn the direction of everything that follows on the page.
    private static string Closing(ReadOnlySpan<char> text)
    {
        var open = new Stack<char>();
        foreach (var character in text)
        {
            switch (character)
            {
                case '\u2066' or '\u2067' or '\u2068': open.Push('\u2069'); break;
                case '\u202A' or '\u202B' or '\u202D' or '\u202E': open.Push('\u202C'); break;
                case '\u2069' or '\u202C' when open.TryPeek(out var closing) && closing == character: open.Pop(); break;
            }
        }

        var marks = new StringBuilder();
        while (open.TryPop(out var mark)) marks.Append(mark);
        return marks.ToString();
    }
}
