namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Names the shape of what stands at a place in a text: a word in small letters, in capitals, a number, a gap, a sign.</summary>
internal static class WritingHabits
{
    private const uint Small = 1, Title = 2, Capitals = 3, Mixed = 4, Number = 5, OtherScript = 6, Beyond = 7, Gap = 8, WideGap = 9, NewLine = 10;

    /// <summary>True for what nobody sees, and who hides words behind it hopes to be taken for somebody else: it is no habit.</summary>
    public static bool IsInvisible(char unit)
        => unit >= '\u00AD' && unit is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF';

    /// <summary>The shape at <paramref name="at"/>, which moves past it. Signs are shapes of their own. What is invisible within a word is counted in <paramref name="unseen"/>.</summary>
    public static uint ShapeAt(ReadOnlySpan<char> text, ref int at, ref int unseen)
    {
        var first = text[at];
        if (char.IsWhiteSpace(first))
        {
            return Space(text, ref at);
        }

        if (!char.IsLetterOrDigit(first))
        {
            at++;
            return char.IsSurrogate(first) || first > 0x2FFF ? Beyond : 64u + first;
        }

        return Word(text, ref at, ref unseen);
    }

    private static uint Space(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        var line = false;
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            line |= text[at] == '\n';
        }

        return line ? NewLine : at - start > 1 ? WideGap : text[start] == ' ' ? Gap : 64u + text[start];
    }

    private static uint Word(ReadOnlySpan<char> text, ref int at, ref int unseen)
    {
        var start = at;
        int upper = 0, lower = 0, digits = 0, hidden = 0;
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter < 128)
            {
                // Most letters there are; counted without a branch on what they are.
                var (small, large, digit) = ((uint)(letter - 'a') < 26, (uint)(letter - 'A') < 26, (uint)(letter - '0') < 10);
                if (!(small | large | digit)) break;
                lower += small ? 1 : 0;
                upper += large ? 1 : 0;
                digits += digit ? 1 : 0;
                continue;
            }

            if (IsInvisible(letter))
            {
                hidden++;
                continue;
            }

            if (!char.IsLetterOrDigit(letter)) break;
            upper += char.IsUpper(letter) ? 1 : 0;
            lower += char.IsLower(letter) ? 1 : 0;
            digits += char.IsDigit(letter) ? 1 : 0;
        }

        unseen += hidden;
        return digits == at - start - hidden ? Number
            : upper + lower == 0 ? OtherScript
            : upper == 0 ? Small
            : lower == 0 && upper > 1 ? Capitals
            : upper == 1 && char.IsUpper(text[start]) ? Title : Mixed;
    }
}
