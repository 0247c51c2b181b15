using Diwan.Moderation.Text;

namespace Diwan.Learning.Sets;

/// <summary>Knows the texts that a model will be measured on, so that none of them, nor a near-copy, is learnt from.</summary>
/// <remarks>A text counts as a near-copy when its folded letters are the same, or its similarity hash differs in at most
/// three of 64 bits from a known one. Four blocks of sixteen bits: two hashes that near share at least one block.</remarks>
public sealed class NearDuplicates
{
    private const int Blocks = 4, MostDifferent = 3, LeastLetters = 40;

    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Block, ushort Bits), List<ulong>> near = [];

    /// <summary>Remembers a text.</summary>
    public void Add(string text)
    {
        var folded = NormalizedText.From(text);
        var letters = Letters(folded.Folded);
        exact.Add(letters);
        if (letters.Length >= LeastLetters)
        {
            var print = Fingerprint.Of(folded);
            for (var block = 0; block < Blocks; block++)
            {
                var key = (block, (ushort)(print >> (16 * block)));
                (near.TryGetValue(key, out var list) ? list : near[key] = []).Add(print);
            }
        }
    }

    /// <summary>True for a remembered text or a near-copy of one.</summary>
    public bool Contains(string text)
    {
        var folded = NormalizedText.From(text);
        var letters = Letters(folded.Folded);
        if (exact.Contains(letters))
        {
            return true;
        }

        var print = letters.Length >= LeastLetters ? Fingerprint.Of(folded) : 0;
        return letters.Length >= LeastLetters && Enumerable.Range(0, Blocks).Any(block =>
            near.TryGetValue((block, (ushort)(print >> (16 * block))), out var list)
            && list.Any(known => Fingerprint.Distance(known, print) <= MostDifferent));
    }

    private static string Letters(string folded) => string.Concat(folded.Where(char.IsLetterOrDigit));
}
