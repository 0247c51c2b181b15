namespace Diwan.Moderation.Signals.Relevance;

/// <summary>The words of a folded text, cut to their stems.</summary>
internal static class ContentWords
{
    private const int ShortestWord = 3;

    // The languages of the site mark case and number at the end of words; the first letters carry the matter.
    private const int Stem = 6;

    public static IEnumerable<string> Of(string folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                i++;
            }

            if (i - start >= ShortestWord)
            {
                yield return folded[start..Math.Min(i, start + Stem)].ToLowerInvariant();
            }
        }
    }
}
