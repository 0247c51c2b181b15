using Diwan.Comments.Ledger;

namespace Diwan.Storage.Sqlite.Ledger;

/// <summary>The tree's nodes from what is stored: full tiles whole, the rest from the leaves or the roots of the level below.</summary>
internal sealed class LedgerNodes(Session session) : IMerkleNodes
{
    private readonly Dictionary<(int Level, long Index), byte[]> _read = [];

    /// <inheritdoc/>
    public byte[] Hash(int height, long index)
    {
        var level = height / LedgerTile.Height;
        var count = 1 << (height % LedgerTile.Height);
        var first = index * count;
        var hashes = Hashes(level, first / LedgerTile.Width);
        var start = (int)(first % LedgerTile.Width) * MerkleHash.Length;
        var length = count * MerkleHash.Length;
        return start + length <= hashes.Length
            ? MerkleHash.OfComplete(hashes.AsSpan(start, length))
            : throw new InvalidOperationException("The ledger does not reach so far.");
    }

    /// <summary>The hashes of a tile as far as they are there; up to 256.</summary>
    public byte[] Hashes(int level, long tile)
    {
        if (_read.TryGetValue((level, tile), out var known)) return known;
        var hashes = session.First(LedgerSql.Tile, row => row.Bytes(0), ("@level", level), ("@n", tile)) ?? Partial(level, tile);
        return _read[(level, tile)] = hashes;
    }

    private byte[] Partial(int level, long tile)
    {
        var (from, to) = (tile * LedgerTile.Width, (tile + 1) * LedgerTile.Width);
        var hashes = level == 0
            ? session.All(LedgerSql.Leaves, row => MerkleHash.OfEntry(row.Bytes(0)), ("@from", from), ("@to", to))
            : session.All(LedgerSql.TileRoots, row => row.Bytes(0), ("@level", level - 1), ("@from", from), ("@to", to));
        return [.. hashes.SelectMany(hash => hash)];
    }
}
