using System.Collections.Frozen;
using System.Collections.Immutable;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>The endings and prefixes that words of one language bear, folded. Written by hand; only what insults and threats
/// are met with, so that a stem does not reach into other words.</summary>
internal sealed class Inflection
{
    private static readonly FrozenDictionary<string, Inflection> All = new Dictionary<string, Inflection>
    {
        ["en"] = new("s es ed d ing er ers in y"),
        ["tr"] = new(
            "i ı u ü e a yi yı yu yü ye ya in ın un ün nin nın nun nün de da te ta den dan ten tan le la yle yla ler lar leri ları lerin ların lere lara " +
            "lerden lardan lik lık luk lük ligi lığı luğu lüğü ce ca m im ım um üm n sin sın sun sün siniz sınız sunuz sünüz si sı su sü dir dır dur dür " +
            "tir tır tur tür ydi ydı mis mış miz imiz ımız umuz lerle larla liginiz lığınız ki deki daki"),
        ["kmr"] = new("ê î ek an ên a o e yê ya yên yan in no ino im î î ekî eke ekê bûn e î it"),
        ["ckb"] = new("ەکە ەکان ەکانی ەکەی ە ی یش یەکان م ت مان تان یان ان انە ێک یەک ێکی ن یت یە ین ەکەم ەکەت ەکانت انی ەکانتان ەکانیان ێتی ایەتی یەتی ش"),
        ["ar"] = new("ه ها هم هن ك كم كن ي نا ين ون ات ة ان وا ية تك تي ته تها تهم تكم يين اء ا", "ال و ب ل ف ك وال بال فال لل كال ول وب يا"),
        ["fa"] = new("ها های هایی هاش هاشون ی ای م ت ش مان تان شان مون تون شون یم ید اند ن ان انه ه گی تر رو و"),
    }.ToFrozenDictionary();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> endings;
    private readonly string[] prefixes;

    private Inflection(string endings, string prefixes = "")
    {
        this.endings = Fold(endings).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        this.prefixes = [.. Fold(prefixes).OrderByDescending(prefix => prefix.Length)];
    }

    /// <summary>The length of the longest ending of any language, in folded units.</summary>
    public static int LongestEnding { get; } = All.Values.Max(language => language.endings.Set.Max(ending => ending.Length));

    /// <summary>Every prefix of any language.</summary>
    public static ImmutableArray<string> Prefixes { get; } = [.. All.Values.SelectMany(language => language.prefixes).Distinct()];

    /// <summary>The inflection of a language; null when none is known here.</summary>
    /// <param name="language">ISO 639 code.</param>
    public static Inflection? Of(string language) => All.GetValueOrDefault(language);

    /// <summary>True for an ending of this language, and for none at all.</summary>
    public bool IsEnding(ReadOnlySpan<char> folded) => folded.IsEmpty || endings.Contains(folded);

    /// <summary>True for a prefix of this language, and for none at all.</summary>
    public bool IsPrefix(ReadOnlySpan<char> folded)
    {
        foreach (var prefix in prefixes)
        {
            if (folded.SequenceEqual(prefix))
            {
                return true;
            }
        }

        return folded.IsEmpty;
    }

    private static IEnumerable<string> Fold(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => NormalizedText.From(word).Folded).Distinct();
}
