using System.Numerics;

namespace Diwan.Moderation.Text;

/// <summary>A fingerprint by which near-copies of a text are found without keeping the text: SimHash (Charikar 2002) over its letter 4-grams.</summary>
/// <remarks>Texts that differ in a word or two differ in few of the 64 bits; unrelated ones in about 32. Spacing, case, marks and punctuation do not count.</remarks>
public static class Fingerprint
{
    // Four letters: long enough that common syllables do not make strangers alike, short enough that one changed word leaves most of them.
    private const int Gram = 4;

    // The first so many folded units: more adds time, not difference.
    private const int Longest = 20_000;

    /// <summary>The fingerprint; 0 for a text without letters or digits.</summary>
    public static ulong Of(NormalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<int> votes = stackalloc int[64];
        votes.Clear();
        ulong window = 0;
        var letters = 0;
        foreach (var unit in text.Folded.AsSpan(0, Math.Min(text.Folded.Length, Longest)))
        {
            if (!char.IsLetterOrDigit(unit)) continue;
            window = (window << 16) | unit;
            if (++letters >= Gram) Vote(votes, Mix(window));
        }

        if (letters == 0) return 0;
        if (letters < Gram) return Mix(window);

        ulong fingerprint = 0;
        for (var bit = 0; bit < 64; bit++)
        {
            if (votes[bit] > 0) fingerprint |= 1UL << bit;
        }

        return fingerprint;
    }

    /// <summary>In how many bits two fingerprints differ: 0 for the same text, up to about 8 for near-copies.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    private static void Vote(Span<int> votes, ulong hash)
    {
        for (var bit = 0; bit < 64; bit++) votes[bit] += (int)((hash >> bit) & 1) * 2 - 1;
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the window reaches every bit of the hash.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
