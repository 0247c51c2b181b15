using System.Security.Claims;
using System.Text.Encodings.Web;
using Diwan.Comments.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Diwan.Server.Hosting;

/// <summary>Signs API calls in by their bearer token: 401 without a good one, 403 when its role may not, never a redirect.</summary>
public sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ManageTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Bearer";

    /// <summary>Type of the claim that holds the account's id.</summary>
    public const string AccountClaim = ClaimTypes.NameIdentifier;

    /// <summary>A policy that lets bearer tokens of these roles through, and nothing else.</summary>
    public static AuthorizationPolicy For(params ReadOnlySpan<Role> roles)
    {
        var names = new List<string>();
        foreach (var role in roles) names.Add(role.ToString());
        return new AuthorizationPolicyBuilder(SchemeName).RequireAuthenticatedUser().RequireRole(names).Build();
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        const string prefix = "Bearer ";
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await tokens.CheckAsync(header[prefix.Length..].Trim(), Context.RequestAborted) is not { } token)
            return AuthenticateResult.Fail("The token is unknown, expired or revoked.");

        var identity = new ClaimsIdentity(
            [new(AccountClaim, token.AccountId), new(ClaimTypes.Role, token.Role.ToString())], SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return new Problem(StatusCodes.Status401Unauthorized, "unauthorised", "A bearer token is needed: make one with \"diwan token create\".").WriteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new Problem(StatusCodes.Status403Forbidden, "forbidden", "The token's role may not do this.").WriteAsync(Context);
}

/// <summary>Adds bearer tokens to the service.</summary>
public static class BearerTokensExtensions
{
    /// <summary>Registers the scheme; calling it twice is calling it once.</summary>
    public static IServiceCollection AddBearerTokens(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization();
        services.Configure<AuthenticationOptions>(authentication =>
        {
            if (!authentication.SchemeMap.ContainsKey(BearerTokens.SchemeName))
                authentication.AddScheme<BearerTokens>(BearerTokens.SchemeName, displayName: null);
        });
        services.AddTransient<BearerTokens>();
        return services;
    }
}
