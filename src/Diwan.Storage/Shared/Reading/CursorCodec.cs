using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Publishing;

namespace Diwan.Storage.Shared.Reading;

/// <summary>Writes and reads cursors: where a list goes on, sealed with a key so that only this site's cursors for that very list are taken.</summary>
internal sealed class CursorCodec(byte[] key)
{
    // 64 bits of seal: a guess gets through once in 2^64, and then shows nothing that the list would not show.
    private const int SealLength = 8;

    /// <summary>The cursor after a row of <paramref name="list"/>.</summary>
    public string Write(string list, Position position)
    {
        var id = Encoding.UTF8.GetBytes(position.Id);
        var bytes = new byte[SealLength + 16 + id.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(SealLength), position.Rank);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(SealLength + 8), position.At);
        id.CopyTo(bytes, SealLength + 16);
        Seal(list, bytes.AsSpan(SealLength)).CopyTo(bytes.AsSpan());
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The row that a cursor stands after.</summary>
    /// <exception cref="CursorException">Not a cursor of this list.</exception>
    public Position Read(string list, string cursor)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (cursor.Length > 400 || !Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length) || length < SealLength + 16)
            throw new CursorException();

        var content = bytes.AsSpan(SealLength, length - SealLength);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SealLength), Seal(list, content))) throw new CursorException();
        return new(
            BinaryPrimitives.ReadInt64BigEndian(content), BinaryPrimitives.ReadInt64BigEndian(content[8..]), Encoding.UTF8.GetString(content[16..]));
    }

    private ReadOnlySpan<byte> Seal(string list, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(list));
        hash.AppendData([0]);
        hash.AppendData(content);
        return hash.GetHashAndReset().AsSpan(0, SealLength);
    }
}

/// <summary>Where a row stands in its list.</summary>
/// <param name="Rank">Replies or risk, where the list is ordered by such; else 0.</param>
/// <param name="At">Ticks of the time it is ordered by.</param>
/// <param name="Id">The comment's id.</param>
internal readonly record struct Position(long Rank, long At, string Id)
{
    /// <summary>Before every row of a list that rises.</summary>
    public static readonly Position Lowest = new(long.MinValue, long.MinValue, "");

    /// <summary>Before every row of a list that falls. No id comes after U+10FFFF.</summary>
    public static readonly Position Highest = new(long.MaxValue, long.MaxValue, "\U0010FFFF");
}
