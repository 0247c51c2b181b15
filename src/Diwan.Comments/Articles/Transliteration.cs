using System.Text;

namespace Diwan.Comments.Articles;

/// <summary>Writes Kurdish, Arabic, Persian and Turkish letters in ASCII so that an address can be read; not meant to be turned back.</summary>
internal static class Transliteration
{
    private static readonly Dictionary<char, string> Letters = Table(
        // Arabic script; و and ی are decided by their neighbours in ToAscii.
        "ا=a أ=a إ=i آ=a ٱ=a ب=b پ=p ت=t ث=s ج=j چ=ch ح=h خ=kh د=d ذ=z ر=r ڕ=r ز=z ژ=zh س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ڤ=v ق=q "
        + "ک=k ك=k گ=g ل=l ڵ=l م=m ن=n ں=n ۆ=o ه=h ھ=h ہ=h ە=e ة=a ێ=e ى=a ئ= ء= ؤ=w ٹ=t ڈ=d ڑ=r ے=e "
        + "٠=0 ١=1 ٢=2 ٣=3 ٤=4 ٥=5 ٦=6 ٧=7 ٨=8 ٩=9 ۰=0 ۱=1 ۲=2 ۳=3 ۴=4 ۵=5 ۶=6 ۷=7 ۸=8 ۹=9 "
        // Latin letters with marks: Turkish and Kurmanji, then those of names from the rest of Europe.
        + "ç=c ğ=g ı=i İ=i ö=o ş=s ü=u ê=e î=i û=u â=a á=a à=a ä=a ã=a å=a ą=a ă=a ć=c č=c ď=d đ=d ð=d é=e è=e ë=e ě=e ę=e í=i ì=i ï=i "
        + "ł=l ñ=n ń=n ň=n ó=o ò=o ô=o õ=o ø=o ő=o ř=r ś=s š=s ș=s ť=t ț=t ú=u ù=u ů=u ű=u ý=y ÿ=y ź=z ž=z ż=z ß=ss æ=ae œ=oe þ=th");

    /// <summary>The text with every letter of the table replaced; other characters stay as they are.</summary>
    public static string ToAscii(string text)
    {
        var ascii = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter is 'و') ascii.Append(IsConsonant(text, i) ? "w" : i + 1 < text.Length && text[i + 1] is 'و' ? "" : "u");
            else if (letter is 'ی' or 'ي') ascii.Append(IsConsonant(text, i) ? "y" : "i");
            else if (letter is 'ع' && i + 1 < text.Length && IsVowel(text[i + 1])) continue;
            else if (Letters.TryGetValue(char.ToLowerInvariant(letter), out var latin)) ascii.Append(latin);
            else ascii.Append(letter);
        }

        return ascii.ToString();
    }

    // و and ی are consonants at the beginning of a word and beside a written vowel, else the vowels u and i.
    private static bool IsConsonant(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return !char.IsLetter(before) && before is not 'ئ' ? char.IsLetter(after) : IsVowel(after) || (IsVowel(before) && before is not 'ئ');
    }

    private static bool IsVowel(char letter) => letter is 'ا' or 'أ' or 'إ' or 'آ' or 'ۆ' or 'ە' or 'ێ' or 'ى' or 'ة';

    private static Dictionary<char, string> Table(string pairs) =>
        pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[0], pair => pair[2..]);
}
