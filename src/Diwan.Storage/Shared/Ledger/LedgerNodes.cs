using Diwan.Comments.Ledger;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>The tree's nodes from what is stored: full tiles whole, the rest from the leaves or the roots of the level below.</summary>
/// <param name="session">Where it is stored.</param>
/// <param name="kept">Tiles known from before; null for the writer, which may see what is not committed.</param>
internal sealed class LedgerNodes(Session session, TileTrees? kept = null) : IMerkleNodes
{
    private readonly Dictionary<(int Level, long Index), TileTree> _read = [];

    /// <inheritdoc/>
    public byte[] Hash(int height, long index)
    {
        var level = height / LedgerTile.Height;
        var within = height % LedgerTile.Height;
        var perTile = LedgerTile.Width >> within;
        var (tile, place) = (index / perTile, (int)(index % perTile));
        return kept?.Find(level, tile)?.Hash(within, place)
            ?? Tree(level, tile).Hash(within, place)
            ?? throw new InvalidOperationException("The ledger does not reach so far.");
    }

    /// <summary>The hashes of a tile as far as they are there; up to 256.</summary>
    public byte[] Hashes(int level, long tile) => _read.TryGetValue((level, tile), out var known) ? known.Foot : Read(level, tile);

    private TileTree Tree(int level, long tile)
    {
        if (_read.TryGetValue((level, tile), out var known)) return known;
        var tree = _read[(level, tile)] = new TileTree(Read(level, tile));
        kept?.Keep(level, tile, tree);
        return tree;
    }

    private byte[] Read(int level, long tile) =>
        session.First(LedgerSql.Tile, row => row.Bytes(0), ("@level", level), ("@n", tile)) ?? Partial(level, tile);

    private byte[] Partial(int level, long tile)
    {
        var (from, to) = (tile * LedgerTile.Width, (tile + 1) * LedgerTile.Width);
        var hashes = level == 0
            ? session.All(LedgerSql.Leaves, row => MerkleHash.OfEntry(row.Bytes(0)), ("@from", from), ("@to", to))
            : session.All(LedgerSql.TileRoots, row => row.Bytes(0), ("@level", level - 1), ("@from", from), ("@to", to));
        return [.. hashes.SelectMany(hash => hash)];
    }
}
