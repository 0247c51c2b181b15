using System.Globalization;

namespace Diwan.Comments.Ledger;

/// <summary>Which tile an address means, as C2SP tlog-tiles writes it: the number in groups of three digits, all but the last with an <c>x</c> before, and <c>.p/W</c> for a tile that is not full.</summary>
/// <param name="Index">Which tile of its level.</param>
/// <param name="Width">1 to 256 hashes.</param>
public readonly record struct TilePath(long Index, int Width)
{
    /// <summary>The address of every tile of a level that holds so many hashes: the full ones, then the one that is not.</summary>
    public static IEnumerable<TilePath> Of(long hashes)
    {
        for (long index = 0; index < hashes / LedgerTile.Width; index++) yield return new(index, LedgerTile.Width);
        if (hashes % LedgerTile.Width is > 0 and var rest) yield return new(hashes / LedgerTile.Width, (int)rest);
    }

    /// <summary>Reads <c>x001/x234/067.p/12</c>; null when it is no such address.</summary>
    public static TilePath? Read(string path)
    {
        var parts = path.Split('/');
        var width = LedgerTile.Width;
        if (parts.Length >= 2 && parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!TryNumber(parts[^1], out var partial) || partial is < 1 or >= LedgerTile.Width || parts[^1][0] == '0') return null;
            width = (int)partial;
            parts = [.. parts[..^2], parts[^2][..^2]];
        }

        // Four groups are a million million tiles.
        if (parts.Length is < 1 or > 4) return null;
        long index = 0;
        for (var place = 0; place < parts.Length; place++)
        {
            var digits = parts[place];
            if (place < parts.Length - 1)
            {
                if (!digits.StartsWith('x')) return null;
                digits = digits[1..];
            }

            if (digits.Length != 3 || !TryNumber(digits, out var group) || (parts.Length > 1 && place == 0 && group == 0)) return null;
            index = (index * 1_000) + group;
        }

        return new(index, width);
    }

    /// <summary>Writes the address.</summary>
    public override string ToString()
    {
        var text = (Index % 1_000).ToString("d3", CultureInfo.InvariantCulture);
        for (var rest = Index / 1_000; rest > 0; rest /= 1_000) text = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1_000:d3}/{text}");
        return Width == LedgerTile.Width ? text : string.Create(CultureInfo.InvariantCulture, $"{text}.p/{Width}");
    }

    private static bool TryNumber(string digits, out long number)
    {
        number = 0;
        return digits.Length <= 3 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
