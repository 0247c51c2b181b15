namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>Steps through a folded text word by word, without allocation. A word is a run of letters and digits.</summary>
internal static class FoldedWords
{
    // "go, die" and "go - die" are one phrase; what stands further apart is not.
    private const int WidestGap = 4;

    /// <summary>Finds the next word that begins at or after <paramref name="at"/>; false when there is none.</summary>
    public static bool Next(ReadOnlySpan<char> text, int at, out Range word)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        word = start..at;
        return at > start;
    }

    /// <summary>True when what stands between two words lets them belong to one phrase: no end of a line or sentence.</summary>
    public static bool IsWithinPhrase(ReadOnlySpan<char> gap)
    {
        for (var i = 0; i < gap.Length; i++)
        {
            var ends = gap[i] is '.' or '!' or '?' or '؟' && i + 1 < gap.Length && gap[i + 1] == ' ';
            if (ends || gap[i] == '\n')
            {
                return false;
            }
        }

        return gap.Length <= WidestGap;
    }
}
