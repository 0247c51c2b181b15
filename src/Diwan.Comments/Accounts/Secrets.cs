using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Diwan.Comments.Accounts;

/// <summary>Random secrets for tokens and one-time links; of them, and of receipts, only a hash is stored.</summary>
public static class Secrets
{
    /// <summary>A new secret: 256 random bits as 43 characters of base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of it: SHA-256, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
