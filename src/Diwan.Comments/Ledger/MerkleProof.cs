using System.Numerics;

namespace Diwan.Comments.Ledger;

/// <summary>Proofs over the ledger's tree, made and checked as RFC 9162, section 2.1, describes.</summary>
public static class MerkleProof
{
    /// <summary>Hashes that show an entry to be in the tree of <paramref name="size"/> entries.</summary>
    public static IReadOnlyList<byte[]> Inclusion(long index, long size, IMerkleNodes nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<byte[]>();
        AddPath(path, index, 0, size, nodes);
        return path;
    }

    /// <summary>Hashes that show the tree of <paramref name="older"/> entries to be the beginning of the tree of <paramref name="newer"/>.</summary>
    public static IReadOnlyList<byte[]> Consistency(long older, long newer, IMerkleNodes nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(older);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(older, newer);
        var path = new List<byte[]>();
        if (older > 0 && older < newer) AddSubproof(path, older, 0, newer, isWhole: true, nodes);
        return path;
    }

    /// <summary>Whether an inclusion proof holds.</summary>
    /// <param name="entryHash">See <see cref="MerkleHash.OfEntry"/>.</param>
    /// <param name="index">Place of the entry.</param>
    /// <param name="size">Entries of the tree.</param>
    /// <param name="root">Root of the tree.</param>
    /// <param name="path">The proof.</param>
    public static bool IsIncluded(byte[] entryHash, long index, long size, ReadOnlySpan<byte> root, IReadOnlyList<byte[]> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= size || path.Any(hash => hash.Length != MerkleHash.Length)) return false;
        var (place, last, hash) = (index, size - 1, entryHash);
        foreach (var other in path)
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleHash.OfNode(other, hash);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.OfNode(hash, other);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether a consistency proof holds.</summary>
    public static bool IsConsistent(long older, ReadOnlySpan<byte> olderRoot, long newer, ReadOnlySpan<byte> newerRoot, IReadOnlyList<byte[]> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (older < 0 || older > newer || path.Any(hash => hash.Length != MerkleHash.Length)) return false;
        if (older == newer) return path.Count == 0 && olderRoot.SequenceEqual(newerRoot);
        if (older == 0) return path.Count == 0 && olderRoot.SequenceEqual(MerkleHash.Empty());

        IReadOnlyList<byte[]> hashes = BitOperations.IsPow2(older) ? [olderRoot.ToArray(), .. path] : path;
        if (hashes.Count == 0) return false;
        var (place, last) = (older - 1, newer - 1);
        while ((place & 1) == 1) (place, last) = (place >> 1, last >> 1);

        var (first, second) = (hashes[0], hashes[0]);
        foreach (var other in hashes.Skip(1))
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                first = MerkleHash.OfNode(other, first);
                second = MerkleHash.OfNode(other, second);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                second = MerkleHash.OfNode(second, other);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && olderRoot.SequenceEqual(first) && newerRoot.SequenceEqual(second);
    }

    /// <summary>Root over the entries from <paramref name="start"/> to <paramref name="end"/>; the start is a multiple of a power of two that is no smaller than their number.</summary>
    public static byte[] RootOf(long start, long end, IMerkleNodes nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var count = end - start;
        if (BitOperations.IsPow2(count))
        {
            var height = BitOperations.Log2((ulong)count);
            return nodes.Hash(height, start >> height);
        }

        var split = start + Split(count);
        return MerkleHash.OfNode(RootOf(start, split, nodes), RootOf(split, end, nodes));
    }

    private static void AddPath(List<byte[]> path, long index, long start, long end, IMerkleNodes nodes)
    {
        if (end - start == 1) return;
        var split = start + Split(end - start);
        if (index < split)
        {
            AddPath(path, index, start, split, nodes);
            path.Add(RootOf(split, end, nodes));
        }
        else
        {
            AddPath(path, index, split, end, nodes);
            path.Add(RootOf(start, split, nodes));
        }
    }

    private static void AddSubproof(List<byte[]> path, long older, long start, long end, bool isWhole, IMerkleNodes nodes)
    {
        if (older == end)
        {
            if (!isWhole) path.Add(RootOf(start, end, nodes));
            return;
        }

        var split = start + Split(end - start);
        if (older <= split)
        {
            AddSubproof(path, older, start, split, isWhole, nodes);
            path.Add(RootOf(split, end, nodes));
        }
        else
        {
            AddSubproof(path, older, split, end, isWhole: false, nodes);
            path.Add(RootOf(start, split, nodes));
        }
    }

    // The largest power of two smaller than the number of entries.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)count - 1);
}
