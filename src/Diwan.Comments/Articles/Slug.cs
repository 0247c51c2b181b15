using System.Globalization;
using System.Text;

namespace Diwan.Comments.Articles;

/// <summary>Makes the address part of an article from its headline: ASCII lower case, digits and hyphens, whatever script the headline is in.</summary>
public static class Slug
{
    /// <summary>Longest slug without its number, in characters: about a dozen words.</summary>
    public const int MaxLength = 80;

    /// <summary>The slug of a headline; <c>article</c> when it has no letter or digit that can be written in ASCII.</summary>
    public static string From(string headline)
    {
        var slug = new StringBuilder(MaxLength + 8);
        var wordEnds = false;
        var latin = Transliteration.ToAscii(headline);
        foreach (var character in latin)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                if (wordEnds && slug.Length > 0) slug.Append('-');
                wordEnds = false;
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (!IsInsideWord(character))
            {
                wordEnds = true;
            }
        }

        return slug.Length == 0 ? "article" : Cut(slug.ToString());
    }

    /// <summary>The slug with a number for the second, third … article of the same headline; <paramref name="number"/> 1 changes nothing.</summary>
    public static string Numbered(string slug, int number) =>
        number <= 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");

    // An apostrophe, a mark or a joiner does not end a word: "government's" is one.
    private static bool IsInsideWord(char character) =>
        character is '\'' or '\u2018' or '\u2019' or '\u02BC' or '\u0640'
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength) return slug;
        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > 0 ? end : MaxLength)];
    }
}
