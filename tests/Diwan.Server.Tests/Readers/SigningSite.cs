using System.Security.Cryptography;
using Diwan.Server.Readers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Diwan.Server.Tests.Readers;

/// <summary>A site whose publisher signs its readers in, and the key the publisher signs with.</summary>
public class SigningSite : Site
{
    public const string Issuer = "https://news.example";

    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);

    /// <summary>True when guests may not comment.</summary>
    protected virtual bool IsRequired => false;

    protected override IReadOnlyList<string> Staff => ["Dilan Ahmed", "شیلان کەریم"];

    protected override SignInSettings? SignIn => field ??= Read();

    /// <summary>A token as the publisher makes it, with what a test cares for changed.</summary>
    public string Token(string? name = "Rojda", string? role = null, string? subject = "reader-7", string issuer = Issuer, string audience = "diwan", int minutes = 10, SigningCredentials? by = null)
    {
        var claims = new Dictionary<string, object>();
        if (name is not null) claims["name"] = name;
        if (subject is not null) claims["sub"] = subject;
        if (role is not null) claims["role"] = role;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer, Audience = audience, Claims = claims, IssuedAt = now.AddHours(-1), NotBefore = now.AddHours(-1),
            Expires = minutes == 0 ? null : now.AddMinutes(minutes),
            SigningCredentials = by ?? Elliptic,
        });
    }

    public SigningCredentials Elliptic => new(new ECDsaSecurityKey(_curve), SecurityAlgorithms.EcdsaSha256);

    public SigningCredentials Rsa => new(new RsaSecurityKey(_rsa), SecurityAlgorithms.RsaSha256);

    /// <summary>The public keys as the file holds them.</summary>
    public string Pem => $"{_curve.ExportSubjectPublicKeyInfoPem()}\n{_rsa.ExportSubjectPublicKeyInfoPem()}\n";

    private SignInSettings Read()
    {
        var folder = Directory.CreateTempSubdirectory("diwan-keys-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "publisher.pem"), Pem);
            var settings = new SignInSettings { Keys = "publisher.pem", Issuer = Issuer, Required = IsRequired, Url = "https://news.example/sign-in" };
            Assert.Null(settings.Wrong());
            settings.ReadKeys(folder);
            return settings;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
