using System.Text;

namespace Diwan.Learning.Languages;

/// <summary>Spells Arabic in Latin letters and digits as chats do, for training: no licensed corpus of it is at hand.</summary>
/// <remarks>Arabic script leaves short vowels out, so they are put in at random: the consonants are right, the vowels only likely.</remarks>
internal static class Arabizi
{
    private static readonly string[] Vowels = ["a", "a", "e", "i", "o", "u"];

    /// <summary>One of the ways the Arabic <paramref name="text"/> may be spelled.</summary>
    public static string Spell(string text, RandomSequence random)
    {
        var spelled = new StringBuilder(text.Length * 2);
        var afterConsonant = false;
        foreach (var letter in text)
        {
            var latin = Letter(letter, random);
            var consonant = latin is not (" " or "" or "a" or "i" or "o" or "w" or "y" or "ou" or "ee");
            if (consonant && afterConsonant && random.Chance(60))
            {
                spelled.Append(Vowels[random.Below(Vowels.Length)]);
            }

            spelled.Append(latin);
            afterConsonant = consonant;
        }

        return spelled.ToString();
    }

    private static string Letter(char letter, RandomSequence random) => letter switch
    {
        'ا' or 'أ' or 'آ' or 'ى' => "a",
        'إ' => "i",
        'ب' => "b",
        'ت' => "t",
        'ث' => Either("th", "s", random),
        'ج' => Either("j", "g", random),
        'ح' => Either("7", "h", random),
        'خ' => Either("5", "kh", random),
        'د' or 'ض' => "d",
        'ذ' => Either("z", "th", random),
        'ر' => "r",
        'ز' => "z",
        'س' => "s",
        'ش' => Either("sh", "ch", random),
        'ص' => Either("s", "9", random),
        'ط' => Either("t", "6", random),
        'ظ' => "z",
        'ع' => Either("3", "a", random),
        'غ' => Either("gh", "8", random),
        'ف' => "f",
        'ق' => Either("q", "2", random),
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ه' => "h",
        'ة' => Either("a", "e", random),
        'و' => Either("w", "ou", random),
        'ي' => Either("y", "ee", random),
        'ء' or 'ئ' or 'ؤ' => "2",
        <= ' ' => " ",
        _ => "",
    };

    private static string Either(string usual, string other, RandomSequence random) => random.Chance(65) ? usual : other;
}
