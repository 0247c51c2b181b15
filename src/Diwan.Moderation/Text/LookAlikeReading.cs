using System.Text;

namespace Diwan.Moderation.Text;

/// <summary>Reads letters of other scripts as the Latin letters they look like, in words that Latin letters can spell in full.</summary>
internal static class LookAlikeReading
{
    private enum Word
    {
        /// <summary>Latin, or nothing that looks so.</summary>
        Plain,

        /// <summary>Latin letters beside foreign ones that look like Latin: no language writes so.</summary>
        Mixed,

        /// <summary>Foreign letters alone, every one like a Latin one: a disguise, or a short word of that language.</summary>
        Foreign,

        /// <summary>Greek or Cyrillic that cannot be taken for Latin.</summary>
        Genuine,
    }

    /// <summary>The reading; null when there is nothing to read otherwise.</summary>
    public static TextReading? Of(TextReading text)
    {
        var folded = text.Units;
        if (Ascii.IsValid(folded)) return null;

        // Russian has words such as "рот" that spell a Latin one: among words that are plainly Russian they are themselves.
        var foreignToo = !HasGenuine(folded);
        ReadingBuilder? builder = null;
        var copied = 0;
        for (var at = WordStart(folded, 0); at < folded.Length;)
        {
            var end = WordEnd(folded, at);
            var kind = KindOf(folded.Slice(at, end - at));
            if (kind is Word.Mixed || (kind is Word.Foreign && foreignToo))
            {
                builder ??= ReadingBuilder.Begin(folded.Length);
                builder.Copy(text, copied, at);
                AddAsLatin(builder, text, at, end);
                copied = end;
            }

            at = WordStart(folded, end);
        }

        builder?.Copy(text, copied, folded.Length);
        return builder?.Build(text.Room);
    }

    private static bool HasGenuine(ReadOnlySpan<char> folded)
    {
        for (var at = WordStart(folded, 0); at < folded.Length;)
        {
            var end = WordEnd(folded, at);
            if (KindOf(folded.Slice(at, end - at)) is Word.Genuine) return true;
            at = WordStart(folded, end);
        }

        return false;
    }

    private static Word KindOf(ReadOnlySpan<char> word)
    {
        var (latin, foreign) = (false, false);
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.IsAscii) latin |= Rune.IsLetter(rune);
            else if (LookAlikes.Foreign.ContainsKey(rune.Value)) foreign = true;
            else return rune.Value is >= 0x370 and <= 0x52F ? Word.Genuine : Word.Plain;
        }

        return !foreign ? Word.Plain : latin ? Word.Mixed : Word.Foreign;
    }

    private static int WordStart(ReadOnlySpan<char> folded, int at)
    {
        while (at < folded.Length && !IsSpelled(folded[at])) at++;
        return at;
    }

    private static int WordEnd(ReadOnlySpan<char> folded, int at)
    {
        while (at < folded.Length && IsSpelled(folded[at])) at++;
        return at;
    }

    private static bool IsSpelled(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit);

    private static void AddAsLatin(ReadingBuilder builder, TextReading text, int at, int end)
    {
        foreach (var rune in text.Units.Slice(at, end - at).EnumerateRunes())
        {
            var last = at + rune.Utf16SequenceLength - 1;
            var letters = LookAlikes.Foreign.TryGetValue(rune.Value, out var latin) ? latin : text.Units[at..(last + 1)];
            foreach (var letter in letters) builder.Add(letter, text.StartOf(at), text.EndOf(last));
            at = last + 1;
        }
    }
}
