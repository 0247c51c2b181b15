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

    /// <summary>Most bytes that a coding puts around an end.</summary>
    public const int MaxAround = 13;

    // By coding: finished with an empty end, how much of it is the beginning, and how it is named.
    private readonly byte[][] _whole = new byte[3][];
    private readonly int[] _beginning = new int[3];
    private readonly string[] _strong = new string[3];
    private readonly string[] _weak = new string[3];
    private readonly uint _crc;

    // Of 11: pages are made while somebody waits.
    private const int QuickQuality = 5;

    // For what is made once at the start and read for months.
    private const int LastingQuality = 11;

    /// <summary>Compresses the beginning of an answer.</summary>
    public OpenEnded(byte[] beginning) : this(beginning, QuickQuality) { }

    private OpenEnded(byte[] beginning, int quality)
    {
        _crc = Crc32.Append(0, beginning);
        _beginning[(int)Coding.Identity] = beginning.Length;
        Tag = Convert.ToHexStringLower(SHA256.HashData(beginning))[..32];
        Span<byte> closing = stackalloc byte[MaxAround];
        foreach (var coding in Enum.GetValues<Coding>())
        {
            var open = coding switch { Coding.Gzip => Gzip(beginning), Coding.Brotli => Brotli(beginning, quality), _ => beginning };
            _beginning[(int)coding] = open.Length;
            _whole[(int)coding] = [.. open, .. closing[..Close(coding, [], closing)]];
            _strong[(int)coding] = $"\"{Tag}-{CodingChoice.Name(coding) ?? "id"}\"";
            _weak[(int)coding] = "W/" + _strong[(int)coding];
        }
    }

    /// <summary>Compresses, as far as it goes, what is made once and read by everybody.</summary>
    public static OpenEnded Lasting(byte[] content) => new(content, LastingQuality);

    /// <summary>Tells apart two versions of it: 128 bits of its SHA-256, hexadecimal.</summary>
    public string Tag { get; }

    /// <summary>Bytes it keeps in memory.</summary>
    public int Size => _whole.Sum(bytes => bytes.Length);

    /// <summary>The entity tag of the answer in a coding, as the header writes it: weak where each answer has an end of its own.</summary>
    public string TagOf(Coding coding, bool isWeak) => (isWeak ? _weak : _strong)[(int)coding];

    /// <summary>The answer without an end, ready to be sent.</summary>
    public ReadOnlyMemory<byte> Whole(Coding coding) => _whole[(int)coding];

    /// <summary>All that comes before the end of an answer that has one; <see cref="Close"/> writes what follows.</summary>
    public ReadOnlyMemory<byte> Beginning(Coding coding) => _whole[(int)coding].AsMemory(0, _beginning[(int)coding]);

    /// <summary>An end in a coding, with what closes the coding.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="end">At most <see cref="MaxEnd"/> bytes.</param>
    /// <param name="into">Takes it: room for <paramref name="end"/> and <see cref="MaxAround"/> bytes more.</param>
    /// <returns>How many bytes were written.</returns>
    public int Close(Coding coding, ReadOnlySpan<byte> end, Span<byte> into)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end.Length, MaxEnd);
        var before = coding switch
        {
            Coding.Identity => 0,
            Coding.Gzip => Stored(end.Length, into),
            Coding.Brotli => Uncompressed(end.Length, into),
            _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, null),
        };
        end.CopyTo(into[before..]);
        var after = into[(before + end.Length)..];
        return before + end.Length + coding switch { Coding.Gzip => Trailer(end, after), Coding.Brotli => LastAndEmpty(after), _ => 0 };
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

    private static int Stored(int length, Span<byte> into)
    {
        into[0] = 1; // the last block, stored
        BinaryPrimitives.WriteUInt16LittleEndian(into[1..], (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(into[3..], (ushort)~length);
        return 5;
    }

    private int Trailer(ReadOnlySpan<byte> end, Span<byte> into)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(into, Crc32.Append(_crc, end));
        BinaryPrimitives.WriteInt32LittleEndian(into[4..], _beginning[(int)Coding.Identity] + end.Length);
        return 8;
    }

    private static int Uncompressed(int length, Span<byte> into)
    {
        if (length == 0) return 0;

        // From the lowest bit: not last (1), four nibbles of length (2), length - 1 (16), uncompressed (1), then to a whole byte.
        var header = ((uint)(length - 1) << 3) | (1u << 19);
        (into[0], into[1], into[2]) = ((byte)header, (byte)(header >> 8), (byte)(header >> 16));
        return 3;
    }

    private static int LastAndEmpty(Span<byte> into)
    {
        into[0] = 0b11;
        return 1;
    }
}
