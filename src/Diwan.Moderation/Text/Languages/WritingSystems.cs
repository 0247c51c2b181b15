namespace Diwan.Moderation.Text.Languages;

/// <summary>Which script a character is of, and what the script alone says of the language.</summary>
internal static class WritingSystems
{
    /// <summary>How many values <see cref="WritingSystem"/> has.</summary>
    public const int Count = (int)WritingSystem.Other + 1;

    /// <summary>The script of one UTF-16 code unit. Letters beyond the basic plane (historic scripts, styled letters) count for none.</summary>
    public static WritingSystem Of(char unit) => unit switch
    {
        < '\u0080' => char.IsAsciiLetter(unit) ? WritingSystem.Latin : WritingSystem.None,
        _ when IsPlainArabic(unit) => WritingSystem.Arabic,
        _ when !char.IsLetter(unit) => WritingSystem.None,
        // Stretches an Arabic word and is no letter of its own, whatever Unicode calls it.
        '\u0640' => WritingSystem.None,
        < '\u0250' or (>= '\u1E00' and < '\u1F00') => WritingSystem.Latin,
        >= '\u0600' and < '\u0700' => WritingSystem.Arabic,
        >= '\u0750' and < '\u0780' => WritingSystem.Arabic,
        >= '\uFB50' and < '\uFF00' => WritingSystem.Arabic,
        >= '\u0400' and < '\u0530' => WritingSystem.Cyrillic,
        (>= '\u0370' and < '\u0400') or (>= '\u1F00' and < '\u2000') => WritingSystem.Greek,
        >= '\u0590' and < '\u0600' => WritingSystem.Hebrew,
        >= '\u0530' and < '\u0590' => WritingSystem.Armenian,
        (>= '\u10A0' and < '\u1100') or (>= '\u1C90' and < '\u1CC0') => WritingSystem.Georgian,
        >= '\u0700' and < '\u0750' => WritingSystem.Syriac,
        >= '\u0900' and < '\u0980' => WritingSystem.Devanagari,
        >= '\u0E00' and < '\u0E80' => WritingSystem.Thai,
        >= '\u3040' and < '\u3100' => WritingSystem.Kana,
        (>= '\u3400' and < '\uA000') or (>= '\uF900' and < '\uFB00') => WritingSystem.Han,
        (>= '\uAC00' and < '\uD7B0') or (>= '\u1100' and < '\u1200') => WritingSystem.Hangul,
        _ => WritingSystem.Other,
    };

    /// <summary>Whether this is one of the letters nearly all Arabic-script text consists of: a short cut, they have no case and need no table.</summary>
    public static bool IsPlainArabic(char unit) => unit is (>= '\u0620' and <= '\u064A' and not '\u0640') or (>= '\u0671' and <= '\u06D3') or '\u06D5';

    /// <summary>The ISO 15924 code.</summary>
    public static string Code(WritingSystem system) => system switch
    {
        WritingSystem.Latin => "Latn",
        WritingSystem.Arabic => "Arab",
        WritingSystem.Cyrillic => "Cyrl",
        WritingSystem.Greek => "Grek",
        WritingSystem.Hebrew => "Hebr",
        WritingSystem.Armenian => "Armn",
        WritingSystem.Georgian => "Geor",
        WritingSystem.Syriac => "Syrc",
        WritingSystem.Devanagari => "Deva",
        WritingSystem.Thai => "Thai",
        WritingSystem.Kana => "Jpan",
        WritingSystem.Han => "Hani",
        WritingSystem.Hangul => "Hang",
        WritingSystem.Other => "Zzzz",
        _ => "Zyyy",
    };

    /// <summary>The one living language that is written in this script in practice; <c>und</c> where there are several.</summary>
    public static string SoleLanguage(WritingSystem system) => system switch
    {
        WritingSystem.Greek => "el",
        WritingSystem.Hebrew => "he",
        WritingSystem.Armenian => "hy",
        WritingSystem.Georgian => "ka",
        WritingSystem.Thai => "th",
        WritingSystem.Kana => "ja",
        WritingSystem.Hangul => "ko",
        _ => "und",
    };
}
