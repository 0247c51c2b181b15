using System.Numerics;

namespace Diwan.Comments.Ledger;

/// <summary>As much of the tree as appending needs: the roots of the complete subtrees it falls into, largest first. Immutable.</summary>
public sealed class CompactRange
{
    private readonly byte[][] _roots;

    private CompactRange(long size, byte[][] roots) => (Size, _roots) = (size, roots);

    /// <summary>The empty tree.</summary>
    public static CompactRange Empty { get; } = new(0, []);

    /// <summary>Entries so far.</summary>
    public long Size { get; }

    /// <summary>The range of a tree that is there.</summary>
    /// <param name="size">Its entries.</param>
    /// <param name="nodes">Its nodes.</param>
    public static CompactRange Load(long size, IMerkleNodes nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var roots = new List<byte[]>();
        long start = 0;
        for (var rest = size; rest > 0;)
        {
            var height = BitOperations.Log2((ulong)rest);
            roots.Add(nodes.Hash(height, start >> height));
            start += 1L << height;
            rest -= 1L << height;
        }

        return new(size, [.. roots]);
    }

    /// <summary>The range with one more entry.</summary>
    /// <param name="hash">See <see cref="MerkleHash.OfEntry"/>.</param>
    public CompactRange With(byte[] hash)
    {
        // As many subtrees close as the size ends in one-bits.
        var closing = BitOperations.TrailingZeroCount(~(ulong)Size);
        for (var done = 0; done < closing; done++) hash = MerkleHash.OfNode(_roots[_roots.Length - 1 - done], hash);
        return new(Size + 1, [.. _roots.AsSpan(0, _roots.Length - closing), hash]);
    }

    /// <summary>Root of the whole tree.</summary>
    public byte[] Root()
    {
        if (_roots.Length == 0) return MerkleHash.Empty();
        var root = _roots[^1];
        for (var left = _roots.Length - 2; left >= 0; left--) root = MerkleHash.OfNode(_roots[left], root);
        return root;
    }
}
