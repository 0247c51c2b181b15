namespace Diwan.Server.Pages.Rendering;

/// <summary>The checksum at the end of a gzip stream (RFC 1952, 8), which can be carried on over further bytes.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Remainder((uint)index))];

    /// <summary>The checksum of everything so far and <paramref name="bytes"/>; begin with 0.</summary>
    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        var state = ~sum;
        foreach (var one in bytes) state = Table[(byte)(state ^ one)] ^ (state >> 8);
        return ~state;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
