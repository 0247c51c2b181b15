namespace Diwan.Moderation.Text.Languages;

/// <summary>Picks the characters of a text that are looked at: a bounded number, evenly over its length, without addresses and names after @.</summary>
/// <remarks>Links and mentions say nothing of the language a comment is in, and would outweigh a short one.</remarks>
public static class TextSample
{
    /// <summary>The most UTF-16 code units that are looked at.</summary>
    public const int Length = 256;

    private const int Stretches = 4;
    private const int StretchLength = (Length / Stretches) - 1;

    /// <summary>
    /// The text itself when it is short; else four equal stretches, evenly apart from first to last, with a space after each.
    /// When those hold no letter, the stretch that begins with the first letter of the text.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="buffer">Room for <see cref="Length"/> code units; the answer is a part of it.</param>
    public static ReadOnlySpan<char> Take(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (text.Length <= Length)
        {
            return Copy(text, buffer);
        }

        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            var start = (int)((long)(text.Length - StretchLength) * stretch / (Stretches - 1));
            var into = buffer.Slice(stretch * (StretchLength + 1), StretchLength + 1);
            text.Slice(start, StretchLength).CopyTo(into);
            into[StretchLength] = ' ';
        }

        BlankSilentTokens(buffer[..Length]);
        return FirstLetter(buffer[..Length]) >= 0 ? buffer[..Length] : FromFirstLetter(text, buffer);
    }

    private static ReadOnlySpan<char> FromFirstLetter(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var first = FirstLetter(text);
        return first < 0 ? [] : Copy(text.Slice(first, Math.Min(Length, text.Length - first)), buffer);
    }

    private static Span<char> Copy(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text.CopyTo(buffer);
        BlankSilentTokens(buffer[..text.Length]);
        return buffer[..text.Length];
    }

    private static int FirstLetter(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (WritingSystems.Of(text[i]) != WritingSystem.None)
            {
                return i;
            }
        }

        return -1;
    }

    private static void BlankSilentTokens(Span<char> text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && text[end] > ' ')
            {
                end++;
            }

            if (SaysNothing(text[start..end]))
            {
                text[start..end].Fill(' ');
            }

            start = end + 1;
        }
    }

    private static bool SaysNothing(ReadOnlySpan<char> token) => !token.IsEmpty && token[0] switch
    {
        '@' => true,
        'h' or 'H' => token.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || token.StartsWith("https://", StringComparison.OrdinalIgnoreCase),
        'w' or 'W' => token.StartsWith("www.", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
