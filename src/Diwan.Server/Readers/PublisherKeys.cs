using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Diwan.Server.Readers;

/// <summary>The publisher's public keys: tokens signed with one of them are believed.</summary>
public sealed class PublisherKeys
{
    private const int LeastRsaBits = 2048;

    private PublisherKeys(IReadOnlyList<SecurityKey> all) => All = all;

    /// <summary>Every key: RSA of 2,048 bits at least, or elliptic curves P-256, P-384, P-521.</summary>
    internal IReadOnlyList<SecurityKey> All { get; }

    /// <summary>Reads <c>PUBLIC KEY</c> blocks of PEM, or a JSON web key set.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">What the message of an error calls it.</param>
    /// <exception cref="InvalidDataException">There is no usable key in it, or one that is secret.</exception>
    public static PublisherKeys Parse(string text, string fileName)
    {
        try
        {
            var keys = text.TrimStart().StartsWith('{') ? FromJson(text, fileName) : FromPem(text, fileName);
            if (keys.Count == 0) throw new InvalidDataException($"{fileName}: holds no public key (PEM \"PUBLIC KEY\" or a JSON web key set)");
            if (keys.Any(key => key.KeySize < LeastRsaBits && key is RsaSecurityKey))
                throw new InvalidDataException($"{fileName}: an RSA key has fewer than {LeastRsaBits} bits");
            return new(keys);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"{fileName}: a key in it cannot be read", exception);
        }
    }

    private static List<SecurityKey> FromJson(string text, string fileName)
    {
        var set = JsonWebKeySet.Create(text);
        if (set.Keys.Any(key => key.HasPrivateKey || key.Kty == JsonWebAlgorithmsKeyTypes.Octet)) throw Secret(fileName);
        return [.. set.GetSigningKeys()];
    }

    private static List<SecurityKey> FromPem(string text, string fileName)
    {
        var keys = new List<SecurityKey>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var block); rest = rest[block.Location.End..])
        {
            var label = rest[block.Label];
            if (label.Contains("PRIVATE", StringComparison.Ordinal)) throw Secret(fileName);
            if (label is "PUBLIC KEY") keys.Add(FromBytes(Convert.FromBase64String(rest[block.Base64Data].ToString())));
        }

        return keys;
    }

    private static SecurityKey FromBytes(byte[] info)
    {
        try
        {
            var curve = ECDsa.Create();
            curve.ImportSubjectPublicKeyInfo(info, out _);
            return new ECDsaSecurityKey(curve);
        }
        catch (CryptographicException)
        {
            var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(info, out _);
            return new RsaSecurityKey(rsa);
        }
    }

    private static InvalidDataException Secret(string fileName) => new($"{fileName}: holds a secret key, which only the publisher's own sign-in may have: put the public one there");
}
