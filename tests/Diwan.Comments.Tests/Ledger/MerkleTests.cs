using System.Numerics;
using System.Security.Cryptography;
using Diwan.Comments.Ledger;

namespace Diwan.Comments.Tests.Ledger;

/// <summary>The tree, its growth and its proofs against the definitions of RFC 9162 written down a second time, as plainly as they stand there.</summary>
public sealed class MerkleTests
{
    private const int Most = 130;

    private static readonly byte[][] Entries = [.. Enumerable.Range(0, Most).Select(number => SHA256.HashData([(byte)number]))];

    [Fact]
    public void Growing_entry_by_entry_gives_the_root_of_the_definition()
    {
        var range = CompactRange.Empty;
        Assert.Equal(Defined(0, 0), range.Root());
        for (var size = 1; size <= Most; size++)
        {
            range = range.With(MerkleHash.OfEntry(Entries[size - 1]));
            Assert.Equal(Defined(0, size), range.Root());
            Assert.Equal(range.Root(), CompactRange.Load(size, new Nodes()).Root());
        }
    }

    [Fact]
    public void Every_entry_of_every_tree_is_shown_to_be_in_it_and_in_no_other_place()
    {
        for (var size = 1; size <= 70; size++)
        {
            var root = Defined(0, size);
            for (var index = 0; index < size; index++)
            {
                var hash = MerkleHash.OfEntry(Entries[index]);
                var path = MerkleProof.Inclusion(index, size, new Nodes());
                Assert.True(MerkleProof.IsIncluded(hash, index, size, root, path));
                Assert.True(path.Count <= Math.Ceiling(Math.Log2(size)) + 1);
                Assert.False(MerkleProof.IsIncluded(MerkleHash.OfEntry(Entries[index + 1]), index, size, root, path));
                Assert.False(MerkleProof.IsIncluded(hash, index, size, Defined(0, size + 1), path));
                Assert.False(MerkleProof.IsIncluded(hash, (index + 1) % (size + 1), size, root, path) && size > 1);
                for (var place = 0; place < path.Count; place++) Assert.False(MerkleProof.IsIncluded(hash, index, size, root, Changed(path, place)));
            }
        }
    }

    [Fact]
    public void Every_older_tree_is_shown_to_be_the_beginning_of_every_newer_one()
    {
        for (var newer = 1; newer <= 70; newer++)
        {
            for (var older = 1; older <= newer; older++)
            {
                var path = MerkleProof.Consistency(older, newer, new Nodes());
                Assert.True(MerkleProof.IsConsistent(older, Defined(0, older), newer, Defined(0, newer), path));
                Assert.False(MerkleProof.IsConsistent(older, Defined(0, older), newer, Defined(0, newer + 1), path));
                Assert.False(MerkleProof.IsConsistent(older, Defined(1, older + 1), newer, Defined(0, newer), path));
                for (var place = 0; place < path.Count; place++)
                    Assert.False(MerkleProof.IsConsistent(older, Defined(0, older), newer, Defined(0, newer), Changed(path, place)));
            }
        }
    }

    [Fact]
    public void Nonsense_is_no_proof()
    {
        Assert.False(MerkleProof.IsIncluded(Entries[0], -1, 1, Entries[0], []));
        Assert.False(MerkleProof.IsIncluded(Entries[0], 1, 1, Entries[0], []));
        Assert.False(MerkleProof.IsIncluded(Entries[0], 0, 2, Entries[0], [[1, 2, 3]]));
        Assert.False(MerkleProof.IsConsistent(3, Entries[0], 2, Entries[0], []));
        Assert.False(MerkleProof.IsConsistent(3, Entries[0], 5, Entries[0], []));
        Assert.False(MerkleProof.IsConsistent(-1, Entries[0], 5, Entries[0], []));
    }

    private static List<byte[]> Changed(IReadOnlyList<byte[]> path, int place)
    {
        var changed = path.Select(hash => hash.ToArray()).ToList();
        changed[place][7] ^= 1;
        return changed;
    }

    // MTH of RFC 9162, 2.1.1.
    private static byte[] Defined(int start, int end)
    {
        var count = end - start;
        if (count == 0) return SHA256.HashData([]);
        if (count == 1) return SHA256.HashData([0, .. Entries[start]]);
        var split = 1;
        while (split * 2 < count) split *= 2;
        return SHA256.HashData([1, .. Defined(start, start + split), .. Defined(start + split, end)]);
    }

    private sealed class Nodes : IMerkleNodes
    {
        public byte[] Hash(int height, long index)
        {
            Assert.True(BitOperations.IsPow2(1L << height));
            return Defined((int)(index << height), (int)((index + 1) << height));
        }
    }
}
