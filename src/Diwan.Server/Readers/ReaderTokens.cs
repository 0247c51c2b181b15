using Diwan.Comments.Submitting;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Diwan.Server.Readers;

/// <summary>Tells who sends a comment from the token that the publisher's page sent along: a JWT signed with the publisher's key.</summary>
/// <remarks>Claims: <c>sub</c> and <c>name</c>; <c>role</c> with <c>staff</c> for the newsroom's own. Nothing of it is kept but the name and the badge.</remarks>
public sealed class ReaderTokens
{
    /// <summary>Longest token looked at, in characters.</summary>
    public const int MaxLength = 8_192;

    private const string Prefix = "Bearer ";

    // Secrets that both sides know are left out: whoever could check a token could make one.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
    ];

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };
    private readonly TokenValidationParameters? _parameters;

    /// <summary>Checks by the site's settings; where they name no keys, nobody is signed in.</summary>
    public ReaderTokens(ServeOptions options, TimeProvider clock)
    {
        if (options.SignIn is not { Read: { } keys } settings) return;
        _parameters = new()
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.Audience,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = keys.All,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) =>
                until is { } end && clock.GetUtcNow().UtcDateTime < end + Skew && (from is not { } start || start - Skew <= clock.GetUtcNow().UtcDateTime),
        };
    }

    /// <summary>Who sends the request. False when it carries a token that is not to be believed; true with null for a guest.</summary>
    public async Task<(bool IsGood, SignedReader? Reader)> CheckAsync(HttpRequest request)
    {
        if (_parameters is null || request.Headers.Authorization is not [{ } header] || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return (true, null);
        var token = header[Prefix.Length..].Trim();
        if (token.Length > MaxLength) return (false, null);
        var result = await _handler.ValidateTokenAsync(token, _parameters);
        return result.IsValid && ReaderOf((JsonWebToken)result.SecurityToken) is { } reader ? (true, reader) : (false, null);
    }

    private static SignedReader? ReaderOf(JsonWebToken token)
    {
        var name = token.Claims.FirstOrDefault(claim => claim.Type == JwtRegisteredClaimNames.Name)?.Value;
        if (string.IsNullOrWhiteSpace(token.Subject) || string.IsNullOrWhiteSpace(name)) return null;
        var isStaff = token.Claims.Any(claim => claim is { Type: "role", Value: "staff" });
        return new(token.Subject, name, isStaff ? Badge.Newsroom : Badge.None);
    }
}
