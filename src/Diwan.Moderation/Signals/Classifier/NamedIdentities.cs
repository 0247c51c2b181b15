namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Words that name an identity, or a person by a name that tells one, and stand near abuse so often in data sets that a network takes the name for
/// the abuse. A text with one is read again without it: see <see cref="Network"/> for what each reading says of which attribute.</summary>
internal sealed class NamedIdentities
{
    private readonly uint[] hashes;

    // A bit for the first twelve of a hash's bits: nearly every other word is told apart without a search.
    private readonly ulong[] bits = new ulong[64];

    /// <param name="hashes">Hash of each word, as in <see cref="Token.Hash"/>.</param>
    public NamedIdentities(uint[] hashes)
    {
        this.hashes = [.. hashes.Order()];
        foreach (var hash in hashes)
        {
            bits[hash >> 26] |= 1ul << (int)((hash >> 20) & 63);
        }
    }

    /// <summary>True for the hash of such a word.</summary>
    public bool Has(uint hash) => ((bits[hash >> 26] >> (int)((hash >> 20) & 63)) & 1) != 0 && Array.BinarySearch(hashes, hash) >= 0;

    /// <summary>True when such a word stands in what was read.</summary>
    public bool In(TextFeatures features)
    {
        foreach (ref readonly var token in features.Tokens.AsSpan(0, features.TokenCount))
        {
            if (Has(token.Hash))
            {
                return true;
            }
        }

        return false;
    }
}
