using System.Text.RegularExpressions;

namespace Diwan.Interchange.Pages;

/// <summary>Splits the place (and agency) off the beginning of a first paragraph: <c>ERBIL (Kurdistan 24) – The threat …</c>.</summary>
internal static partial class Dateline
{
    /// <summary>The dateline, null when there is none, and the text after it.</summary>
    public static (string? Dateline, string Text) Split(string paragraph)
    {
        if (Shape.Match(paragraph) is not { Success: true } match) return (null, paragraph);
        var place = match.Groups["place"].Value.Trim();
        var text = match.Groups["text"].Value;
        return IsPlace(place, text) ? (place, text) : (null, paragraph);
    }

    // A sentence may have a dash near its beginning too. What tells a place: capitals, an agency in brackets, or names alone.
    private static bool IsPlace(string place, string text)
    {
        var words = place.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 9) return false;
        if (place.EndsWith(')')) return words.Length <= 9 && char.IsLetter(place[0]);
        if (words[0].Count(char.IsLetter) > 1 && words[0].Where(char.IsLetter).All(char.IsUpper)) return true;

        // "Storks — long gone — are back": a second dash closes what the first one opened.
        var isParenthesis = SecondDash.IsMatch(text);
        var areNames = words.All(word => !char.IsLetter(word[0]) || !char.IsLower(word[0]));
        var hasCase = place.Any(char.IsUpper);
        var beginsSentence = text.Length > 0 && !char.IsLower(text[0]);
        return !isParenthesis && areNames && beginsSentence && words.Length <= (hasCase ? 6 : 4);
    }

    [GeneratedRegex(@"^(?<place>[^.!?؟;؛:«»“”""—–―]{2,70}?|[^!?؟;؛:«»“”""—–―]{2,70}?\)) ?(?:[—―–]| -{1,2} ) ?(?<text>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 2000)]
    private static partial Regex Shape { get; }

    [GeneratedRegex(@"^[^.!?؟]{0,160} [—–―-] ", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SecondDash { get; }
}
