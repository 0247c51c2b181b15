using Diwan.Comments.Ledger;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>A tile with every complete subtree over its hashes worked out once: proofs look up what they would otherwise compute again.</summary>
internal sealed class TileTree
{
    // One list of hashes for each height within the tile, the foot first.
    private readonly byte[][] _heights;

    /// <summary>The tree over up to 256 hashes, one after the other.</summary>
    public TileTree(byte[] foot)
    {
        _heights = new byte[LedgerTile.Height][];
        _heights[0] = foot;
        for (var height = 1; height < LedgerTile.Height; height++)
        {
            var below = _heights[height - 1];
            var nodes = new byte[below.Length / (2 * MerkleHash.Length) * MerkleHash.Length];
            for (var place = 0; place < nodes.Length; place += MerkleHash.Length)
            {
                MerkleHash.OfNode(below.AsSpan(2 * place, MerkleHash.Length), below.AsSpan((2 * place) + MerkleHash.Length, MerkleHash.Length)).CopyTo(nodes, place);
            }

            _heights[height] = nodes;
        }
    }

    /// <summary>The hashes at its foot.</summary>
    public byte[] Foot => _heights[0];

    /// <summary>Root of a complete subtree within the tile; null when its hashes are not all there.</summary>
    /// <param name="height">0 to 7.</param>
    /// <param name="index">Which subtree of that height within the tile.</param>
    public byte[]? Hash(int height, int index)
    {
        var start = index * MerkleHash.Length;
        var nodes = _heights[height];
        return start + MerkleHash.Length <= nodes.Length ? nodes[start..(start + MerkleHash.Length)] : null;
    }
}
