using System.Buffers;
using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>What stands above the text of a page: headline, date, byline, captions.</summary>
internal sealed class TextPageHead
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("!?؟:;…“”\"«»");
    private static readonly string[] Particles = ["al", "el", "bin", "ibn", "de", "van", "von", "and", "û", "ve", "by", "&"];

    /// <summary>The first line.</summary>
    public required string Headline { get; init; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public bool HasTimeOfDay { get; private set; }

    public string? Byline { get; private set; }

    /// <summary>Pictures above the first paragraph.</summary>
    public List<ArticleBlock> Captions { get; } = [];

    /// <summary>How many lines the head takes.</summary>
    public int Length { get; private set; }

    /// <summary>Reads the head of a page that has at least one line.</summary>
    public static TextPageHead Read(IReadOnlyList<PageLine> lines, PageFurniture furniture)
    {
        var head = new TextPageHead { Headline = lines[0].Text };
        var at = 1;
        while (at < lines.Count && head.Take(lines, at, furniture)) at++;
        head.Length = at;
        return head;
    }

    private bool Take(IReadOnlyList<PageLine> lines, int at, PageFurniture furniture)
    {
        var text = lines[at].Text;
        if (text == Headline || text == Byline || PageFurniture.IsTextSize(text)) return true;
        if (PageDate.Read(text, out var hasTimeOfDay) is { } date)
        {
            // The first date is that of publication; a second one tells of a change.
            if (PublishedAt is null) (PublishedAt, HasTimeOfDay) = (date, hasTimeOfDay);
            return true;
        }

        if (Byline is null && IsName(text) && IsWhereBylinesStand(lines, at))
        {
            Byline = text.StartsWith("By ", StringComparison.Ordinal) ? text[3..] : text;
            return true;
        }

        if (Pages.Captions.At(lines, at, furniture) is not { } caption) return Captions.OfType<ArticleBlock.Picture>().Any(known => known.Caption == text);
        Pages.Captions.Add(Captions, caption);
        return true;
    }

    private static bool IsWhereBylinesStand(IReadOnlyList<PageLine> lines, int at) =>
        Pages.Captions.IsDoubled(lines, at)
        || lines[at].Text.StartsWith("By ", StringComparison.Ordinal)
        || PageDate.Read(lines[at - 1].Text, out _) is not null
        || (at + 1 < lines.Count && (PageFurniture.IsTextSize(lines[at + 1].Text) || PageDate.Read(lines[at + 1].Text, out _) is not null));

    // One to eight words without a digit or the end of a sentence; in scripts with capitals each name has one.
    private static bool IsName(string text)
    {
        var words = text.Split(' ');
        return text.Length <= 80 && words.Length <= 8
            && !text.Any(char.IsDigit) && !text.AsSpan().ContainsAny(NotInNames)
            && words.All(word => !char.IsLower(word[0]) || Particles.Contains(word, StringComparer.OrdinalIgnoreCase) || word.StartsWith("al-", StringComparison.Ordinal));
    }
}
