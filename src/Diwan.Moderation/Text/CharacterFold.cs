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
        ['ς'] = "σ", ['‘'] = "'", ['’'] = "'", ['ʼ'] = "'", ['“'] = "\"", ['”'] = "\"", ['‐'] = "-", ['‑'] = "-", ['–'] = "-", ['—'] = "-",
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

    /// <summary>What a character folds to; empty when it folds to nothing.</summary>
    public static string Of(Rune rune) => rune.IsBmp ? Plane[rune.Value] ?? ((char)rune.Value).ToString() : Compute(rune);

    /// <summary>True for a mark that hangs on the character before it.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string?[] MakePlane()
    {
        var plane = new string?[0x10000];
        for (var value = 0x80; value < 0x10000; value++)
        {
            if (char.IsSurrogate((char)value)) continue;
            plane[value] = Compute(new Rune(value));
        }

        return plane;
    }

    private static string Compute(Rune rune)
    {
        // NFKD refuses exactly one scalar, U+FFFE; it stands for itself.
        if (rune.Value == 0xFFFE) return "\uFFFE";
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

        return new(folded[..length]);
    }

    private static string Letter(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control:
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
