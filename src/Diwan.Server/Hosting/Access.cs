using System.Security.Claims;
using Diwan.Comments.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Hosting;

/// <summary>Who may do what: one policy for each kind of caller, each with its own way of signing in.</summary>
public static class Access
{
    /// <summary>Moderators, editors and admins through the API, by bearer token.</summary>
    public const string DeskApi = "desk-api";

    /// <summary>The publisher's CMS (or an admin) through the API, by bearer token.</summary>
    public const string SiteApi = "site-api";

    /// <summary>Moderators, editors and admins in a browser, by cookie.</summary>
    public const string Desk = "desk";

    /// <summary>Editors and admins in a browser, by cookie.</summary>
    public const string DeskEditor = "desk-editor";

    /// <summary>Scheme of the desk's cookie: the one ASP.NET Core Identity signs in with.</summary>
    public const string DeskCookie = "Identity.Application";

    /// <summary>Registers bearer tokens and the policies; the desk adds its cookie.</summary>
    public static AuthenticationBuilder AddAccess(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(DeskApi, policy => Require(policy, BearerTokens.SchemeName, Role.Moderator, Role.Editor, Role.Admin))
            .AddPolicy(SiteApi, policy => Require(policy, BearerTokens.SchemeName, Role.Site, Role.Admin))
            .AddPolicy(Desk, policy => Require(policy, DeskCookie, Role.Moderator, Role.Editor, Role.Admin))
            .AddPolicy(DeskEditor, policy => Require(policy, DeskCookie, Role.Editor, Role.Admin));
        return services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.SchemeName, null);
    }

    /// <summary>The account a signed-in caller acts for.</summary>
    public static string AccountId(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The caller is not signed in.");

    /// <summary>True for editors and admins.</summary>
    public static bool IsEditor(this ClaimsPrincipal caller) => caller.IsInRole(nameof(Role.Editor)) || caller.IsInRole(nameof(Role.Admin));

    private static void Require(AuthorizationPolicyBuilder policy, string scheme, params Role[] roles) =>
        policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString()));
}
