using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Finished bytes of an answer, compressed once, to which every request may add a short end of its own.</summary>
/// <remarks>
/// A page with a form needs a new random key for every reader, which would forbid keeping it compressed. The key stands at the very end of
/// the page, so the compressed beginning is kept open: it stops at a whole byte, and the end follows uncompressed. gzip calls that a stored
/// block (RFC 1951, 3.2.4), brotli an uncompressed meta-block (RFC 7932, 9.2).
/// </remarks>
public sealed class OpenEnded
{
    /// <summary>Longest end, in bytes: what the length field of one brotli meta-block of four nibbles and one stored block can say.</summary>
    public const int MaxEnd = ushort.MaxValue;

    private readonly byte[] _identity;
    private readonly byte[] _gzip;
    private readonly byte[] _brotli;
    private readonly uint _crc;

    // Of 11: pages are made while somebody waits.
    private const int QuickQuality = 5;

    // For what is made once at the start and read for months.
    private const int LastingQuality = 11;

    /// <summary>Compresses the beginning of an answer.</summary>
    public OpenEnded(byte[] beginning) : this(beginning, QuickQuality) { }

    private OpenEnded(byte[] beginning, int quality)
    {
        _identity = beginning;
        _gzip = Gzip(beginning);
        _brotli = Brotli(beginning, quality);
        _crc = Crc32.Append(0, beginning);
        Tag = Convert.ToHexStringLower(SHA256.HashData(beginning))[..32];
    }

    /// <summary>Compresses, as far as it goes, what is made once and read by everybody.</summary>
    public static OpenEnded Lasting(byte[] content) => new(content, LastingQuality);

    /// <summary>Tells apart two versions of it: 128 bits of its SHA-256, hexadecimal.</summary>
    public string Tag { get; }

    /// <summary>Bytes it keeps in memory.</summary>
    public int Size => _identity.Length + _gzip.Length + _brotli.Length;

    /// <summary>The whole answer in a coding.</summary>
    public byte[] With(Coding coding, ReadOnlySpan<byte> end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end.Length, MaxEnd);
        return coding switch
        {
            Coding.Identity => [.. _identity, .. end],
            Coding.Gzip => [.. _gzip, .. Stored(end), .. Trailer(end)],
            Coding.Brotli => [.. _brotli, .. Uncompressed(end)],
            _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, null),
        };
    }

    private static byte[] Gzip(byte[] beginning)
    {
        using var output = new MemoryStream();
        // Header without name or time, by an unknown system: the same page gives the same bytes everywhere.
        output.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]);
        using var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true);
        deflate.Write(beginning);
        deflate.Flush();
        return output.ToArray();
    }

    private static byte[] Brotli(byte[] beginning, int quality)
    {
        using var encoder = new BrotliEncoder(quality, window: 18);
        var output = new byte[BrotliEncoder.GetMaxCompressedLength(beginning.Length) + 16];
        encoder.Compress(beginning, output, out _, out var written, isFinalBlock: false);
        encoder.Flush(output.AsSpan(written), out var flushed);
        return output[..(written + flushed)];
    }

    private static byte[] Stored(ReadOnlySpan<byte> end)
    {
        var block = new byte[5 + end.Length];
        block[0] = 1; // the last block, stored
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(1), (ushort)end.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(3), (ushort)~end.Length);
        end.CopyTo(block.AsSpan(5));
        return block;
    }

    private byte[] Trailer(ReadOnlySpan<byte> end)
    {
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32.Append(_crc, end));
        BinaryPrimitives.WriteInt32LittleEndian(trailer.AsSpan(4), _identity.Length + end.Length);
        return trailer;
    }

    private static byte[] Uncompressed(ReadOnlySpan<byte> end)
    {
        const byte lastAndEmpty = 0b11;
        if (end.IsEmpty) return [lastAndEmpty];

        // From the lowest bit: not last (1), four nibbles of length (2), length - 1 (16), uncompressed (1), then to a whole byte.
        var header = ((uint)(end.Length - 1) << 3) | (1u << 19);
        return [(byte)header, (byte)(header >> 8), (byte)(header >> 16), .. end, lastAndEmpty];
    }
}
