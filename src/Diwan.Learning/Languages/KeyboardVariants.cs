using System.Text;

namespace Diwan.Learning.Languages;

/// <summary>Respells a text the way people type it on the keyboard they have, so that the model knows languages without their own letters too.</summary>
internal static class KeyboardVariants
{
    // Sorani, Kurmanji, Hawrami and Southern Kurdish on an Arabic keyboard.
    private static readonly (char From, char To)[] KurdishOnArabic =
        [('ە', 'ه'), ('ێ', 'ي'), ('ی', 'ي'), ('ۆ', 'و'), ('ڕ', 'ر'), ('ڵ', 'ل'), ('ک', 'ك'), ('ڤ', 'ف'), ('گ', 'ك'), ('چ', 'ج'), ('پ', 'ب'), ('ژ', 'ز')];

    // The commonest half-way house: a Persian keyboard, or a telephone with some Kurdish letters.
    private static readonly (char From, char To)[] KurdishOnPersian = [('ە', 'ه'), ('ێ', 'ی'), ('ۆ', 'و'), ('ڕ', 'ر'), ('ڵ', 'ل'), ('ڤ', 'و')];

    private static readonly (char From, char To)[] KurdishWithoutMarks = [('ڕ', 'ر'), ('ڵ', 'ل'), ('ێ', 'ی'), ('ی', 'ي'), ('ک', 'ك')];

    private static readonly (char From, char To)[] PersianOnArabic = [('ی', 'ي'), ('ک', 'ك'), ('\u200C', ' ')];

    private static readonly (char From, char To)[] ArabicCarelessly = [('أ', 'ا'), ('إ', 'ا'), ('آ', 'ا'), ('ة', 'ه'), ('ى', 'ي')];

    private static readonly (char From, char To)[] ArabicOnPersian = [('ي', 'ی'), ('ى', 'ی'), ('ك', 'ک')];

    private static readonly (char From, char To)[] LatinWithoutMarks =
    [
        ('ê', 'e'), ('î', 'i'), ('û', 'u'), ('ş', 's'), ('ç', 'c'), ('ğ', 'g'), ('ı', 'i'), ('ö', 'o'), ('ü', 'u'), ('â', 'a'),
        ('ł', 'l'), ('ř', 'r'), ('ḧ', 'h'), ('ẍ', 'x'), ('ë', 'e'), ('Ê', 'E'), ('Î', 'I'), ('Û', 'U'), ('Ş', 'S'), ('Ç', 'C'), ('İ', 'I'), ('Ö', 'O'), ('Ü', 'U'),
        ('é', 'e'), ('è', 'e'), ('à', 'a'), ('á', 'a'), ('í', 'i'), ('ó', 'o'), ('ú', 'u'), ('ñ', 'n'), ('ä', 'a'), ('å', 'a'), ('ã', 'a'), ('õ', 'o'),
    ];

    /// <summary>One of the ways <paramref name="text"/> may be typed; itself in most cases.</summary>
    public static string Respell(string text, string language, string script, RandomSequence random) => (language, script) switch
    {
        ("ckb" or "kmr" or "hac" or "sdh", "Arab") => random.Below(20) switch
        {
            0 or 1 => Replace(text, KurdishOnArabic),
            2 or 3 => Replace(text, KurdishOnPersian),
            4 or 5 or 6 => Replace(text, KurdishWithoutMarks),
            7 => text.Replace("ە", "ه\u200C", StringComparison.Ordinal),
            _ => text,
        },
        ("fa", _) => random.Chance(15) ? Replace(text, PersianOnArabic) : random.Chance(20) ? text.Replace("\u200C", "", StringComparison.Ordinal) : text,
        ("ar", "Arab") => random.Chance(25) ? Replace(text, ArabicCarelessly) : random.Chance(4) ? Replace(text, ArabicOnPersian) : text,
        (not "en", "Latn") => random.Chance(15) ? Replace(text, LatinWithoutMarks) : text,
        _ => text,
    };

    private static string Replace(string text, (char From, char To)[] pairs)
    {
        var respelled = new StringBuilder(text);
        foreach (var (from, to) in pairs)
        {
            respelled.Replace(from, to);
        }

        return respelled.ToString();
    }
}
