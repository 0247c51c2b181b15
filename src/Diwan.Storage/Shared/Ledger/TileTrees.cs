using System.Collections.Concurrent;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>Tiles that every proof goes through, kept in memory: the upper levels, and the last tile of the lowest. What a tile holds never changes; it only grows.</summary>
internal sealed class TileTrees
{
    // 16 KiB each: 4 MiB at most.
    private const int Most = 256;

    private readonly ConcurrentDictionary<(int Level, long Index), TileTree> _trees = new();

    /// <summary>The tile as it was when it was last kept; null when it is not.</summary>
    public TileTree? Find(int level, long index) => _trees.GetValueOrDefault((level, index));

    /// <summary>Keeps a tile, unless a longer one is kept already.</summary>
    public void Keep(int level, long index, TileTree tree)
    {
        // Random single tiles of the lowest level come and go; when there are too many, all are read again.
        if (_trees.Count >= Most) _trees.Clear();
        _trees.AddOrUpdate((level, index), tree, (_, kept) => kept.Foot.Length > tree.Foot.Length ? kept : tree);
    }
}
