using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Accounts;

namespace Diwan.Comments.Notifying;

/// <summary>Makes the private token that stands in the links of mails to one address. Unguessable without the site's key; only its hash is stored.</summary>
/// <remarks>A token is HMAC-SHA256 of the address under the site's key for mail, so that the same address always has the same one although none is kept.</remarks>
public sealed class AddressTokens
{
    private readonly byte[] _key;

    /// <summary>Takes the site's key for mail: at least 32 random bytes.</summary>
    public AddressTokens(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32, nameof(key));
        _key = key.ToArray();
    }

    /// <summary>The token of an address, however its letters were typed: 43 characters of base64url.</summary>
    public string For(string email) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(Same(email))));

    /// <summary>What is stored of an address's token.</summary>
    public string DigestOf(string email) => Hash(For(email));

    /// <summary>What is stored of a token, and looked up by: its SHA-256, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string token) => Secrets.Hash(token);

    /// <summary>The form in which two ways of typing an address are one: ASCII letters small, as SQL's <c>lower</c> makes them everywhere.</summary>
    public static string Same(string email) => string.Create(email.Length, email, static (letters, from) =>
    {
        for (var at = 0; at < letters.Length; at++) letters[at] = char.IsAsciiLetterUpper(from[at]) ? char.ToLowerInvariant(from[at]) : from[at];
    });
}
