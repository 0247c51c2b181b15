namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Names the shape of what stands at a place in a text: a word in small letters, in capitals, a number, a gap, a sign.</summary>
internal static class WritingHabits
{
    private const uint Small = 1, Title = 2, Capitals = 3, Mixed = 4, Number = 5, OtherScript = 6, Beyond = 7, Gap = 8, WideGap = 9, NewLine = 10;

    /// <summary>The shape at <paramref name="at"/>, which moves past it. Signs are shapes of their own.</summary>
    public static uint ShapeAt(ReadOnlySpan<char> text, ref int at)
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

        return Word(text, ref at);
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

    private static uint Word(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        int upper = 0, lower = 0, digits = 0;
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

            if (!char.IsLetterOrDigit(letter)) break;
            upper += char.IsUpper(letter) ? 1 : 0;
            lower += char.IsLower(letter) ? 1 : 0;
            digits += char.IsDigit(letter) ? 1 : 0;
        }

        return digits == at - start ? Number
            : upper + lower == 0 ? OtherScript
            : upper == 0 ? Small
            : lower == 0 && upper > 1 ? Capitals
            : upper == 1 && char.IsUpper(text[start]) ? Title : Mixed;
    }
}
