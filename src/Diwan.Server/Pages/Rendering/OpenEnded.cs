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

    /// <summary>Uses after which an answer is worth compressing as far as it goes: by then it has cost more to send than that costs.</summary>
    public const int Often = 1_000;

    // Beyond it gzip waits until somebody asks for it, and the uncompressed form, seven times the others together, is not kept at all: nearly every browser takes brotli.
    private const int SmallEnough = 4_096;

    private static readonly SemaphoreSlim OneAtATime = new(1);

    private readonly Coded?[] _coded;
    private readonly string[] _tags;
    private readonly uint _crc;
    private readonly int _length;
    private readonly bool _isLasting;
    private int _uses;

    /// <summary>Compresses the beginning of an answer.</summary>
    public OpenEnded(byte[] beginning) : this(beginning, isLasting: false) { }

    private OpenEnded(byte[] beginning, bool isLasting)
    {
        _isLasting = isLasting;
        (_crc, _length) = (Crc32.Append(0, beginning), beginning.Length);
        Tag = Convert.ToHexStringLower(SHA256.HashData(beginning))[..32];
        _coded =
        [
            beginning.Length <= SmallEnough ? new(beginning, beginning.Length) : null,
            beginning.Length <= SmallEnough ? Finish(Coding.Gzip, OpenCompression.Gzip(beginning)) : null,
            Finish(Coding.Brotli, OpenCompression.Brotli(beginning, isLasting)),
        ];
        _tags = [.. Enum.GetValues<Coding>().Select(coding => $"{(isLasting ? "" : "W/")}\"{Tag}-{CodingChoice.Name(coding) ?? "id"}\"")];
    }

    /// <summary>Compresses, as far as it goes, what is made once and read by everybody.</summary>
    public static OpenEnded Lasting(byte[] content) => new(content, isLasting: true);

    /// <summary>Tells apart two versions of it: 128 bits of its SHA-256, hexadecimal.</summary>
    public string Tag { get; }

    /// <summary>Bytes it keeps in memory, about: the gzip form counts as long as the brotli one, made or not.</summary>
    public int Size => (_length <= SmallEnough ? _length : 0) + (2 * _coded[(int)Coding.Brotli]!.Whole.Length);

    /// <summary>The entity tag of the answer in a coding, as the header writes it. Weak, unless it is <see cref="Lasting"/>: each answer may have an end of its own,
    /// and what is read often is compressed once more.</summary>
    public string TagOf(Coding coding) => _tags[(int)coding];

    /// <summary>The answer without an end, ready to be sent.</summary>
    public ReadOnlyMemory<byte> Whole(Coding coding) => Of(coding).Whole;

    /// <summary>All that comes before the end of an answer that has one; <see cref="Close"/> writes what follows.</summary>
    public ReadOnlyMemory<byte> Beginning(Coding coding) => Of(coding) is var (whole, beginning) ? whole.AsMemory(0, beginning) : default;

    /// <summary>Counts a use. What is used <see cref="Often"/> is compressed as far as it goes, in the background.</summary>
    public void Use()
    {
        if (!_isLasting && Interlocked.Increment(ref _uses) == Often) _ = Task.Run(PackAsync);
    }

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
            Coding.Gzip => OpenCompression.Stored(end.Length, into),
            Coding.Brotli => OpenCompression.Uncompressed(end.Length, into),
            _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, null),
        };
        end.CopyTo(into[before..]);
        var after = into[(before + end.Length)..];
        return before + end.Length + coding switch { Coding.Gzip => Trailer(end, after), Coding.Brotli => OpenCompression.LastAndEmpty(after), _ => 0 };
    }

    private async Task PackAsync()
    {
        await OneAtATime.WaitAsync();
        try
        {
            _coded[(int)Coding.Brotli] = Finish(Coding.Brotli, OpenCompression.Brotli(Of(Coding.Identity).Whole, far: true));
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private Coded Of(Coding coding)
    {
        if (_coded[(int)coding] is { } kept) return kept;
        var plain = new byte[_length];
        if (!BrotliDecoder.TryDecompress(_coded[(int)Coding.Brotli]!.Whole, plain, out var written) || written != _length)
            throw new InvalidOperationException("What was compressed does not unpack to what it was.");
        return coding is Coding.Gzip ? _coded[(int)coding] = Finish(coding, OpenCompression.Gzip(plain)) : new(plain, _length);
    }

    private Coded Finish(Coding coding, byte[] open)
    {
        Span<byte> closing = stackalloc byte[MaxAround];
        return new([.. open, .. closing[..Close(coding, [], closing)]], open.Length);
    }

    private int Trailer(ReadOnlySpan<byte> end, Span<byte> into)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(into, Crc32.Append(_crc, end));
        BinaryPrimitives.WriteInt32LittleEndian(into[4..], _length + end.Length);
        return 8;
    }

    // Finished with an empty end, and how much of it is the beginning.
    private sealed record Coded(byte[] Whole, int Beginning);
}
