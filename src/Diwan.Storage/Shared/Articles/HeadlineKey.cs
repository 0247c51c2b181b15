using System.Buffers;

namespace Diwan.Storage.Shared.Articles;

/// <summary>A headline as "Read More" lines are matched with it: without case, quotes and white space.</summary>
internal static class HeadlineKey
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'`´‘’‚‛“”„‟«»‹›");

    /// <summary>The key of a headline.</summary>
    public static string Of(string headline) =>
        string.Concat(headline.Where(letter => !char.IsWhiteSpace(letter) && !Quotes.Contains(letter))).ToUpperInvariant();
}
