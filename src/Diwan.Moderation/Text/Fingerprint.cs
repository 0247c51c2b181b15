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

    // Enough binary digits to count that many.
    private const int Planes = 15;

    /// <summary>The fingerprint; 0 for a text without letters or digits.</summary>
    public static ulong Of(NormalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<ulong> planes = stackalloc ulong[Planes];
        planes.Clear();
        ulong window = 0;
        var letters = 0;
        foreach (var unit in text.Units[..Math.Min(text.Units.Length, Longest)])
        {
            if (!char.IsLetterOrDigit(unit)) continue;
            window = (window << 16) | unit;
            if (++letters >= Gram) Vote(planes, Mix(window));
        }

        if (letters == 0) return 0;
        if (letters < Gram) return Mix(window);

        return Majority(planes, (letters - Gram + 1) / 2);
    }

    /// <summary>In how many bits two fingerprints differ: 0 for the same text, up to about 8 for near-copies.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    // Sixty-four counters side by side: plane p holds the p-th binary digit of each, and adding a hash carries from plane to plane.
    private static void Vote(Span<ulong> planes, ulong hash)
    {
        for (var plane = 0; hash != 0; plane++)
        {
            (planes[plane], hash) = (planes[plane] ^ hash, planes[plane] & hash);
        }
    }

    // The bits whose counter is above half, compared digit by digit from the highest.
    private static ulong Majority(ReadOnlySpan<ulong> planes, int half)
    {
        var (above, equal) = (0UL, ulong.MaxValue);
        for (var plane = planes.Length - 1; plane >= 0; plane--)
        {
            if (((half >> plane) & 1) == 1)
            {
                equal &= planes[plane];
            }
            else
            {
                above |= equal & planes[plane];
                equal &= ~planes[plane];
            }
        }

        return above;
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the window reaches every bit of the hash.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
