using System.Globalization;
using System.Text.RegularExpressions;

namespace Diwan.Interchange.Pages;

/// <summary>Recognises text that is no news page, so that a folder can hold other things too.</summary>
internal static partial class NotAnArticle
{
    // A headline of three lines in the largest papers stays under this.
    private const int LongestHeadline = 250;

    // A book has as many paragraphs as this; looking for doubled captions grows faster than their number.
    private const int MostLines = 5_000;

    // Running text is letters and spaces; tables, logs and programs are well below this share.
    private const double ProseShare = 0.75;

    /// <summary>Why these lines are no article; null when they may be one.</summary>
    public static string? Reason(IReadOnlyList<PageLine> lines)
    {
        if (lines.Count > MostLines) return string.Create(CultureInfo.InvariantCulture, $"longer than any article: more than {MostLines:N0} lines");
        if (Listing.IsMatch(lines[0].Text) || lines.Count(line => ListedFile.IsMatch(line.Text)) > lines.Count / 2) return "a directory listing";
        if (lines[0].Text.Length > LongestHeadline) return "it begins with running text, not with a headline";
        var longest = lines.Skip(1).Select(line => line.Text).MaxBy(text => text.Length) ?? "";
        if (longest.Count(character => character is ' ') < 4) return "no running text in it";
        var letters = 0;
        var all = 0;
        foreach (var line in lines)
        {
            all += line.Text.Length;
            letters += line.Text.Count(character => char.IsLetter(character) || character is ' ' or '\u200C' || char.IsSurrogate(character)
                || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark);
        }

        return letters < all * ProseShare ? "a file of another kind: too few of its characters are running text" : null;
    }

    [GeneratedRegex(@"^(Index of /|Directory of |total \d+$)", RegexOptions.CultureInvariant)]
    private static partial Regex Listing { get; }

    [GeneratedRegex(@"^([-dl]([r-][w-][xsStT-]){3}\S* |\d\d[-/.]\d\d[-/.]\d{2,4} +\d\d:\d\d .*(<DIR>|\d))", RegexOptions.CultureInvariant)]
    private static partial Regex ListedFile { get; }
}
