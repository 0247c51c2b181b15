using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>Tells whether two acts came from one reader, without keeping an address: a keyed hash whose key changes every day.</summary>
/// <param name="key">The site's secret for this: at least 32 random bytes.</param>
/// <param name="clock">Tells the day.</param>
public sealed class ReaderKeys(byte[] key, TimeProvider clock)
{
    /// <summary>The reader's key for today, 32 hexadecimal digits; null when the connection has no address.</summary>
    public string? Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return null;
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var today = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(day));
        return Convert.ToHexStringLower(HMACSHA256.HashData(today, address.MapToIPv6().GetAddressBytes()))[..32];
    }
}
