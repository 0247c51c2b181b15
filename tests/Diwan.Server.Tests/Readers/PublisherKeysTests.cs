using System.Security.Cryptography;
using Diwan.Server.Readers;
using Microsoft.IdentityModel.Tokens;

namespace Diwan.Server.Tests.Readers;

/// <summary>The file with the publisher's public keys.</summary>
public sealed class PublisherKeysTests
{
    [Fact]
    public void Several_keys_in_one_file_are_read_and_so_is_a_key_set()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        Assert.Equal(2, PublisherKeys.Parse($"# ours\n{curve.ExportSubjectPublicKeyInfoPem()}\n{rsa.ExportSubjectPublicKeyInfoPem()}", "k").All.Count);

        var point = curve.ExportParameters(false).Q;
        var (x, y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        var key = Assert.Single(PublisherKeys.Parse($$"""{"keys":[{"kty":"EC","crv":"P-256","kid":"one","x":"{{x}}","y":"{{y}}"}]}""", "k").All);
        Assert.Equal("one", key.KeyId);
    }

    [Fact]
    public void A_secret_key_a_short_one_and_none_are_refused_by_name()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(1024);
        Assert.Contains("secret", Message(curve.ExportPkcs8PrivateKeyPem()), StringComparison.Ordinal);
        Assert.Contains("secret", Message("""{"keys":[{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]}"""), StringComparison.Ordinal);
        Assert.Contains("2048 bits", Message(rsa.ExportSubjectPublicKeyInfoPem()), StringComparison.Ordinal);
        Assert.Contains("no public key", Message("nothing here"), StringComparison.Ordinal);
        Assert.Contains("no public key", Message("{}"), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Message("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Message("{ no json"), StringComparison.Ordinal);
    }

    private static string Message(string text) => Assert.Throws<InvalidDataException>(() => PublisherKeys.Parse(text, "keys.pem")).Message;
}
