using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diwan.Storage;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>Tells whether two acts came from one reader, without keeping an address: a keyed hash whose random key lives for a day.</summary>
/// <remarks>The key of a day is destroyed when the next but one begins: after that nobody, the site included, can tell from which address
/// an act came, or whether two acts of different days came from one.</remarks>
/// <param name="keys">The site's keys.</param>
/// <param name="clock">Tells the day.</param>
public sealed class ReaderKeys(SiteKeys keys, TimeProvider clock)
{
    private const string Prefix = "readers-";

    private volatile DayKey? _today;

    /// <summary>The reader's key for today, 32 hexadecimal digits; null when the connection has no address.</summary>
    public string? Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return null;
        return Convert.ToHexStringLower(HMACSHA256.HashData(Today(), address.MapToIPv6().GetAddressBytes()))[..32];
    }

    /// <summary>The key for today of a reader whom the publisher signed in, from wherever they write.</summary>
    public string Of(Comments.Submitting.SignedReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Convert.ToHexStringLower(HMACSHA256.HashData(Today(), Encoding.UTF8.GetBytes($"subject {reader.Subject}")))[..32];
    }

    private byte[] Today()
    {
        var now = clock.GetUtcNow();
        var today = _today;
        if (today is not null && today.Day == now.UtcDateTime.Date) return today.Key;

        // Yesterday's is left for a day: another process may still be about to turn the page.
        var (name, before) = (NameOf(now), NameOf(now.AddDays(-1)));
        _today = today = new(now.UtcDateTime.Date, keys.Get(name));
        keys.DestroyAll("readers", name, before);
        return today.Key;
    }

    private static string NameOf(DateTimeOffset day) => Prefix + day.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private sealed record DayKey(DateTime Day, byte[] Key);
}
