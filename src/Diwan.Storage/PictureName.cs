using System.Buffers;
using System.Security.Cryptography;

namespace Diwan.Storage;

/// <summary>Names of stored pictures: the SHA-256 of their bytes, and what kind they are.</summary>
internal static class PictureName
{
    private static readonly string[] Extensions = ["jpg", "png", "webp", "avif", "gif", "svg"];

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The name for some bytes.</summary>
    /// <exception cref="ArgumentException">The extension is no picture's.</exception>
    public static string Of(ReadOnlySpan<byte> content, string extension) => Extensions.Contains(extension)
        ? $"{Convert.ToHexStringLower(SHA256.HashData(content))}.{extension}"
        : throw new ArgumentException($"One of: {string.Join(' ', Extensions)}", nameof(extension));

    /// <summary>True when it can be such a name.</summary>
    public static bool Is(string name) =>
        name.Length >= 66 && name[64] == '.' && Extensions.Contains(name[65..]) && !name.AsSpan(0, 64).ContainsAnyExcept(Digits);
}
