namespace Diwan.Moderation.Text;

/// <summary>Reads letters of other scripts as the Latin letters they look like, in words that Latin letters can spell in full.</summary>
internal static class LookAlikeReading
{
    /// <summary>The reading; null when there is nothing to read otherwise.</summary>
    public static TextReading? Of(TextReading text)
    {
        var folded = text.Folded;
        ReadingBuilder? builder = null;
        for (var at = 0; at < folded.Length;)
        {
            var end = WordEnd(folded, at);
            if (end > at && IsDisguised(folded.AsSpan(at, end - at)))
            {
                builder ??= CopyOf(text, at);
                AddAsLatin(builder, text, at, end);
            }
            else
            {
                if (end == at) end++;
                Copy(builder, text, at, end);
            }

            at = end;
        }

        return builder?.Build();
    }

    private static ReadingBuilder CopyOf(TextReading text, int end)
    {
        var builder = new ReadingBuilder(text.Folded.Length);
        Copy(builder, text, 0, end);
        return builder;
    }

    private static void Copy(ReadingBuilder? builder, TextReading text, int at, int end)
    {
        if (builder is null) return;
        for (; at < end; at++) builder.Add(text.Folded[at], text.StartOf(at), text.EndOf(at));
    }

    private static int WordEnd(string folded, int at)
    {
        while (at < folded.Length && (char.IsLetterOrDigit(folded[at]) || char.IsSurrogate(folded[at]))) at++;
        return at;
    }

    // Every letter Latin or like one, and at least one that is not: "іdiоt", or a word of Cyrillic letters alone that spells a Latin one.
    private static bool IsDisguised(ReadOnlySpan<char> word)
    {
        var foreign = false;
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.IsAscii) continue;
            if (!LookAlikes.Foreign.ContainsKey(rune.Value)) return false;
            foreign = true;
        }

        return foreign;
    }

    private static void AddAsLatin(ReadingBuilder builder, TextReading text, int at, int end)
    {
        foreach (var rune in text.Folded.AsSpan(at, end - at).EnumerateRunes())
        {
            var letters = LookAlikes.Foreign.GetValueOrDefault(rune.Value) ?? rune.ToString();
            var last = at + rune.Utf16SequenceLength - 1;
            foreach (var letter in letters) builder.Add(letter, text.StartOf(at), text.EndOf(last));
            at = last + 1;
        }
    }
}
