using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Accounts;

namespace Diwan.Comments.Receipts;

/// <summary>Makes the private token an author gets on submitting. Unguessable without the site's key; only its hash is stored.</summary>
/// <remarks>A receipt is HMAC-SHA256 of the comment's id under the site's receipt key, so that the same idempotency key can be
/// answered with the same receipt although no receipt is kept.</remarks>
public sealed class ReceiptIssuer
{
    private readonly byte[] _key;

    /// <summary>Takes the site's receipt key: at least 32 random bytes.</summary>
    public ReceiptIssuer(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32, nameof(key));
        _key = key.ToArray();
    }

    /// <summary>The receipt of a comment: 43 characters of base64url.</summary>
    public string For(string commentId) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(commentId)));

    /// <summary>What is stored of a receipt, and looked up by: its SHA-256, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string receipt) => Secrets.Hash(receipt);
}
