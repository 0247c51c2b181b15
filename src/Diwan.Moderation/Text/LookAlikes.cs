using System.Collections.Frozen;

namespace Diwan.Moderation.Text;

/// <summary>Letters that look like others, by Unicode's confusables data.</summary>
internal static partial class LookAlikes
{
    /// <summary>Variants within one script, which the plain fold may take together: scalar → plain letter.</summary>
    public static readonly FrozenDictionary<int, string> Variants = Pairs(LatinVariants + ArabicVariants);

    /// <summary>Letters of other scripts that look like a Latin one: scalar → Latin letter.</summary>
    public static readonly FrozenDictionary<int, string> Foreign = Pairs(ForeignToLatin);

    private static FrozenDictionary<int, string> Pairs(string table)
    {
        var pairs = new Dictionary<int, string>();
        var runes = table.EnumerateRunes().GetEnumerator();
        while (runes.MoveNext())
        {
            var from = runes.Current;
            if (!runes.MoveNext()) throw new InvalidOperationException("The look-alikes are not pairs: make them again with eng/make-look-alikes.py.");
            pairs.TryAdd(from.Value, runes.Current.ToString());
        }

        return pairs.ToFrozenDictionary();
    }
}
