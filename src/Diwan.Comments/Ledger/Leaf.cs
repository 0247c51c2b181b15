using System.Globalization;
using System.Security.Cryptography;

namespace Diwan.Comments.Ledger;

/// <summary>What the public ledger holds of a record: HMAC-SHA256 under a random key of its own, over the place in the ledger and the record.</summary>
/// <remarks>Whoever has key and record can check the leaf; whoever has the leaf alone learns nothing, not even of a record that could be guessed,
/// and after the key is destroyed nobody can. The place is part of it, so that an entry cannot be moved.</remarks>
public static class Leaf
{
    /// <summary>Bytes of a leaf.</summary>
    public const int Length = 32;

    /// <summary>Bytes of its key.</summary>
    public const int KeyLength = 32;

    /// <summary>A new random key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>The leaf of a record at a place.</summary>
    /// <param name="index">Place in the ledger, from 0.</param>
    /// <param name="key">Its key.</param>
    /// <param name="record">See <see cref="LedgerRecord"/>.</param>
    public static byte[] Of(long index, ReadOnlySpan<byte> key, ReadOnlySpan<byte> record)
    {
        Span<byte> place = stackalloc byte[24];
        Span<byte> digits = stackalloc byte[20];
        index.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        count.TryFormat(place, out var used, default, CultureInfo.InvariantCulture);
        place[used++] = (byte)':';
        digits[..count].CopyTo(place[used..]);
        used += count;
        place[used++] = (byte)',';

        var whole = new byte[used + record.Length];
        place[..used].CopyTo(whole);
        record.CopyTo(whole.AsSpan(used));
        return HMACSHA256.HashData(key, whole);
    }

    /// <summary>Whether a leaf belongs to place, key and record.</summary>
    public static bool Matches(ReadOnlySpan<byte> leaf, long index, ReadOnlySpan<byte> key, ReadOnlySpan<byte> record) =>
        CryptographicOperations.FixedTimeEquals(leaf, Of(index, key, record));
}
