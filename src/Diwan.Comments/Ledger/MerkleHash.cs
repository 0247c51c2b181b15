using System.Security.Cryptography;

namespace Diwan.Comments.Ledger;

/// <summary>The hashes of the tree over the ledger (RFC 9162, section 2.1.1): SHA-256, entries and inner nodes told apart by their first byte.</summary>
public static class MerkleHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = 32;

    /// <summary>Root of the empty tree.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    /// <summary>Hash of an entry.</summary>
    public static byte[] OfEntry(ReadOnlySpan<byte> entry)
    {
        Span<byte> bytes = stackalloc byte[1 + Leaf.Length];
        if (entry.Length != Leaf.Length) throw new ArgumentException("An entry is a leaf of 32 bytes.", nameof(entry));
        bytes[0] = 0;
        entry.CopyTo(bytes[1..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>Hash of an inner node.</summary>
    public static byte[] OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Length)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Length)..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>Root of a complete subtree from the hashes at its foot.</summary>
    /// <param name="hashes">A power of two of them, one after the other.</param>
    public static byte[] OfComplete(ReadOnlySpan<byte> hashes)
    {
        var level = hashes.ToArray();
        for (var count = hashes.Length / Length; count > 1; count /= 2)
        {
            for (var pair = 0; pair < count / 2; pair++)
            {
                OfNode(level.AsSpan(2 * pair * Length, Length), level.AsSpan(((2 * pair) + 1) * Length, Length)).CopyTo(level, pair * Length);
            }
        }

        return level[..Length];
    }
}
