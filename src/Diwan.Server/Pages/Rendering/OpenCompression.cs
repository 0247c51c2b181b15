using System.Buffers.Binary;
using System.IO.Compression;

namespace Diwan.Server.Pages.Rendering;

/// <summary>The two compressed forms of an answer whose end is still to come, and what stands around that end.</summary>
internal static class OpenCompression
{
    // Of 11: pages are made while somebody waits.
    private const int QuickQuality = 5;

    // For what is made once and read by very many: a sixth shorter, at thirty times the time.
    private const int LastingQuality = 11;

    /// <summary>The beginning with gzip, up to a whole byte and not closed.</summary>
    public static byte[] Gzip(byte[] beginning)
    {
        using var output = new MemoryStream();
        // Header without name or time, by an unknown system: the same page gives the same bytes everywhere.
        output.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]);
        using var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true);
        deflate.Write(beginning);
        deflate.Flush();
        return output.ToArray();
    }

    /// <summary>The beginning with brotli, up to a whole byte and not closed; as far as it goes, or quickly.</summary>
    public static byte[] Brotli(byte[] beginning, bool far)
    {
        using var encoder = new BrotliEncoder(far ? LastingQuality : QuickQuality, window: 18);
        var output = new byte[BrotliEncoder.GetMaxCompressedLength(beginning.Length) + 16];
        encoder.Compress(beginning, output, out _, out var written, isFinalBlock: false);
        encoder.Flush(output.AsSpan(written), out var flushed);
        return output[..(written + flushed)];
    }

    /// <summary>Writes what comes before a last end of gzip that is not compressed (RFC 1951, 3.2.4); how many bytes.</summary>
    public static int Stored(int length, Span<byte> into)
    {
        into[0] = 1; // the last block, stored
        BinaryPrimitives.WriteUInt16LittleEndian(into[1..], (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(into[3..], (ushort)~length);
        return 5;
    }

    /// <summary>Writes what comes before an end of brotli that is not compressed (RFC 7932, 9.2), nothing for an empty one; how many bytes.</summary>
    public static int Uncompressed(int length, Span<byte> into)
    {
        if (length == 0) return 0;

        // From the lowest bit: not last (1), four nibbles of length (2), length - 1 (16), uncompressed (1), then to a whole byte.
        var header = ((uint)(length - 1) << 3) | (1u << 19);
        (into[0], into[1], into[2]) = ((byte)header, (byte)(header >> 8), (byte)(header >> 16));
        return 3;
    }

    /// <summary>Writes the end of a brotli stream; how many bytes.</summary>
    public static int LastAndEmpty(Span<byte> into)
    {
        into[0] = 0b11;
        return 1;
    }
}
