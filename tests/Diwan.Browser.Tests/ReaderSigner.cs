using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Diwan.Browser.Tests;

/// <summary>The publisher's sign-in: signs tokens by hand (ES256), as any program of any language would.</summary>
public sealed class ReaderSigner : IDisposable
{
    public const string Issuer = "https://news.example";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>A token for a reader, good for ten minutes.</summary>
    public string Token(string name, string? role = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = Issuer, ["aud"] = "diwan", ["sub"] = $"reader {name}", ["name"] = name,
            ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds(),
        };
        if (role is not null) claims["role"] = role;
        var signed = $"{Encode("""{"alg":"ES256","typ":"JWT"}""")}.{Encode(claims.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    public void Dispose() => _key.Dispose();

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
