using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Diwan.Moderation.Text;

/// <summary>What one character folds to: compatibility form, without marks, lower case, one letter for all variants of it.</summary>
internal static class CharacterFold
{
    // Unicode's data says nothing of these. One letter stands for all that a keyboard, a font or a hurry puts in its place:
    // ی and ک since both Persian and Kurdish keyboards give them; ه for ة and ە, which type alike at the end of a word;
    // ر ل و ی ف for Kurdish ڕ ڵ ۆ ێ ڤ, which many type without their sign.
    private static readonly FrozenDictionary<int, string> Own = new Dictionary<int, string>
    {
        ['ي'] = "ی", ['ى'] = "ی", ['ې'] = "ی", ['ێ'] = "ی", ['ۍ'] = "ی", ['ے'] = "ی",
        ['ك'] = "ک", ['ڪ'] = "ک",
        ['ة'] = "ه", ['ە'] = "ه", ['ھ'] = "ه", ['ہ'] = "ه", ['ۃ'] = "ه",
        ['ٱ'] = "ا", ['ڕ'] = "ر", ['ڵ'] = "ل", ['ۆ'] = "و", ['ۇ'] = "و", ['ۈ'] = "و", ['ۊ'] = "و", ['ڤ'] = "ف", ['ڨ'] = "ق",
        ['ـ'] = "",
        ['ı'] = "i", ['ß'] = "ss", ['ø'] = "o", ['đ'] = "d", ['ł'] = "l", ['ħ'] = "h", ['æ'] = "ae", ['œ'] = "oe", ['ð'] = "d", ['þ'] = "th",
        ['ᴀ'] = "a", ['ʙ'] = "b", ['ᴅ'] = "d", ['ᴇ'] = "e", ['ɢ'] = "g", ['ʜ'] = "h", ['ᴋ'] = "k", ['ʟ'] = "l", ['ᴍ'] = "m", ['ɴ'] = "n", ['ᴘ'] = "p", ['ᴛ'] = "t",
        ['ς'] = "σ", ['‘'] = "'", ['’'] = "'", ['ʼ'] = "'", ['“'] = "\"", ['”'] = "\"", ['‐'] = "-", ['‑'] = "-", ['–'] = "-", ['—'] = "-",
        // Shown as nothing, or as a blank, though Unicode counts them among letters and signs.
        ['\u115F'] = "", ['\u1160'] = "", ['\u2800'] = " ",
    }.ToFrozenDictionary();

    // One table for the Basic Multilingual Plane, made once: what a character folds to, or null when it folds to itself.
    private static readonly string?[] Plane = MakePlane();

    /// <summary>An ASCII character folded; NUL for a control character, which folds to nothing.</summary>
    public static char Ascii(char unit) => unit switch
    {
        >= 'A' and <= 'Z' => (char)(unit | 0x20),
        '\n' => '\n',
        '\t' or '\v' or '\f' or '\r' => ' ',
        < ' ' or '\x7f' => '\0',
        _ => unit,
    };

    // The next plane holds emoji and letters as mathematicians draw them: made character by character as they are met, and kept.
    private static readonly string?[]?[] NextPlane = new string?[]?[0x100];

    private static readonly string Itself = new(' ', 1);

    /// <summary>What a character folds to: empty for nothing, null for itself.</summary>
    public static string? Of(Rune rune) => rune.Plane switch { 0 => Plane[rune.Value], 1 => OfNextPlane(rune), _ => Compute(rune) };

    /// <summary>True for a mark that hangs on the character before it and may go: accents, harakat, variation selectors.</summary>
    /// <remarks>The marks of Indic and other scripts are vowels, without which one word becomes another: they stay.</remarks>
    public static bool IsMark(Rune rune) =>
        rune.Value is < 0x700 or (>= 0x890 and <= 0x8FF) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF)
            or (>= 0xFE00 and <= 0xFE2F) or >= 0xE0100
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string?[] MakePlane()
    {
        var plane = new string?[0x10000];
        for (var value = 0x80; value < 0x10000; value++)
        {
            // Ideographs, Hangul syllables, surrogates and the private use area are themselves: half of the table, and slow to ask for.
            if (value is (>= 0x3400 and < 0xA000) or (>= 0xAC00 and < 0xF900)) continue;
            plane[value] = Compute(new Rune(value));
        }

        return plane;
    }

    // Threads that meet one character at once come to the same answer.
    private static string? OfNextPlane(Rune rune)
    {
        ref var page = ref NextPlane[(rune.Value >> 8) & 0xFF];
        ref var known = ref (page ??= new string?[0x100])[rune.Value & 0xFF];
        known ??= Compute(rune) ?? Itself;
        return ReferenceEquals(known, Itself) ? null : known;
    }

    private static string? Compute(Rune rune)
    {
        // NFKD refuses exactly one scalar, U+FFFE; it stands for itself.
        if (rune.Value == 0xFFFE) return null;
#pragma warning disable RS0030 // This is the one guarded place.
        var decomposed = rune.ToString().Normalize(NormalizationForm.FormKD);
#pragma warning restore RS0030

        // U+FDFA, the longest, becomes 18 units (tried over all scalars).
        Span<char> folded = stackalloc char[64];
        var length = 0;
        foreach (var part in decomposed.EnumerateRunes())
        {
            foreach (var unit in Letter(part))
            {
                if (length < folded.Length) folded[length++] = unit;
            }
        }

        Span<char> itself = stackalloc char[2];
        return folded[..length].SequenceEqual(itself[..rune.EncodeToUtf16(itself)]) ? null : new(folded[..length]);
    }

    private static string Letter(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark when IsMark(rune):
                return "";
            case UnicodeCategory.Format or UnicodeCategory.Control:
                return rune.Value == '\u0085' ? "\n" : "";
            case UnicodeCategory.SpaceSeparator:
                return " ";
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                return "\n";
            case UnicodeCategory.DecimalDigitNumber:
                return ((char)('0' + (int)Rune.GetNumericValue(rune))).ToString();
        }

        if (Own.TryGetValue(rune.Value, out var own)) return own;
        var lower = Rune.ToLowerInvariant(rune);
        if (lower != rune && Own.TryGetValue(lower.Value, out own)) return own;
        return LookAlikes.Variants.TryGetValue(lower.Value, out var variant) ? variant : lower.ToString();
    }
}
