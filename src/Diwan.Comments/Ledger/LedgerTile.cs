namespace Diwan.Comments.Ledger;

/// <summary>A full tile as it is kept.</summary>
/// <param name="Index">Which tile of its level.</param>
/// <param name="Hashes">256 hashes, one after the other.</param>
/// <param name="Root">Root of the subtree over them: a hash of the next level.</param>
public sealed record LedgerTile(long Index, byte[] Hashes, byte[] Root)
{
    /// <summary>Hashes in a full tile: two to the power of <see cref="Height"/>.</summary>
    public const int Width = 256;

    /// <summary>Levels of the tree in one tile (C2SP tlog-tiles).</summary>
    public const int Height = 8;
}
