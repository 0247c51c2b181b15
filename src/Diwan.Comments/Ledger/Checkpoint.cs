using System.Globalization;

namespace Diwan.Comments.Ledger;

/// <summary>What the whole ledger is at one moment: its name, its size, the root of its tree (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">Name of the ledger, the same for ever.</param>
/// <param name="Size">Entries.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text that is signed: three lines, each with its line feed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text of a checkpoint; null when it is none. Further lines are allowed and left alone.</summary>
    public static Checkpoint? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[0].Length == 0 || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        var root = new byte[MerkleHash.Length];
        return Convert.TryFromBase64String(lines[2], root, out var length) && length == MerkleHash.Length ? new(lines[0], size, root) : null;
    }
}
