using System.Security.Cryptography;
using System.Text;

namespace Diwan.Server.Scoring.Coral;

/// <summary>How Coral signs what it sends: the header <c>X-Coral-Signature</c> with one or more <c>sha256=…</c>, each an HMAC of the body
/// under a signing secret (several while a secret is being changed).</summary>
internal static class CoralSignature
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Coral-Signature";

    private const string Prefix = "sha256=";

    /// <summary>True when one of the signatures was made with one of the secrets; compared in constant time.</summary>
    /// <param name="header">The header's value; null when it is missing.</param>
    /// <param name="body">The body, byte by byte as it came.</param>
    /// <param name="secrets">Signing secrets.</param>
    public static bool IsGood(string? header, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        if (header is null) return false;
        var signatures = header.Split(',', StringSplitOptions.TrimEntries)
            .Where(part => part.StartsWith(Prefix, StringComparison.Ordinal)).Select(part => Encoding.ASCII.GetBytes(part[Prefix.Length..].ToLowerInvariant())).ToList();
        var isGood = false;
        foreach (var secret in secrets)
        {
            var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
            foreach (var signature in signatures) isGood |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return isGood;
    }
}
