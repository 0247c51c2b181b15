using Diwan.Comments.Accounts;
using Diwan.Comments.Stores;
using Diwan.Server.Hosting;
using Diwan.Server.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Diwan.Server.Desk.SignIn;

/// <summary>Signing in with a password or a one-time link, setting a password, signing out.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/sign-in", (string? to, DeskPages pages, HttpContext http) => pages.SignInAsync(http, new(To: to)));
        routes.MapPost("/desk/sign-in", SignInAsync).RequireRateLimiting(OperationsArea.WriteLimit);
        routes.MapGet("/desk/sign-in/{secret}", ShowLinkAsync);
        routes.MapPost("/desk/sign-in/{secret}", UseLinkAsync).RequireRateLimiting(OperationsArea.WriteLimit);
        routes.MapGet("/desk/denied", (DeskPages pages, HttpContext http) => pages.DeniedAsync(http));

        var desk = routes.MapGroup("/desk").RequireAuthorization(Access.Desk);
        desk.MapPost("/sign-out", SignOutAsync);
        desk.MapGet("/account", (DeskPages pages, HttpContext http) => pages.AccountAsync(http, problem: false));
        desk.MapPost("/account", SetPasswordAsync);
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string name, [FromForm] string password, [FromForm] string? to, HttpContext http,
        DeskPages pages, IAccountStore accounts, SignInManager<DeskUser> signIns)
    {
        // Whether there is such an account is nobody's business: an unknown name and a wrong password look the same.
        var account = await accounts.FindByNameAsync(name, http.RequestAborted);
        if (account is not { PasswordHash: not null, Role: Role.Moderator or Role.Editor or Role.Admin })
            return await pages.SignInAsync(http, new(name, to, Failed: true));

        var result = await signIns.PasswordSignInAsync(new DeskUser(account), password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? Results.LocalRedirect(LocalOf(to)) : await pages.SignInAsync(http, new(name, to, Failed: true, result.IsLockedOut));
    }

    // Opening a link changes nothing: mail scanners and previews open links too. The button on the page consumes it.
    private static async Task<IResult> ShowLinkAsync(string secret, HttpContext http, DeskPages pages, IAccountStore accounts, TimeProvider clock) =>
        await pages.LinkAsync(http, await accounts.IsInviteOpenAsync(Secrets.Hash(secret), clock.GetUtcNow(), http.RequestAborted) ? secret : null);

    private static async Task<IResult> UseLinkAsync(
        string secret, IFormCollection form, HttpContext http, DeskPages pages,
        IAccountStore accounts, SignInManager<DeskUser> signIns, TimeProvider clock)
    {
        if (await accounts.ConsumeInviteAsync(Secrets.Hash(secret), clock.GetUtcNow(), http.RequestAborted) is not { } account)
            return await pages.LinkAsync(http, secret: null);
        await signIns.SignInAsync(new DeskUser(account), isPersistent: false);
        return Results.LocalRedirect("/desk");
    }

    private static async Task<IResult> SignOutAsync(IFormCollection form, SignInManager<DeskUser> signIns)
    {
        await signIns.SignOutAsync();
        return Results.LocalRedirect("/desk/sign-in");
    }

    private static async Task<IResult> SetPasswordAsync(
        [FromForm] string password, HttpContext http, DeskPages pages, UserManager<DeskUser> users, SignInManager<DeskUser> signIns)
    {
        if (await users.FindByIdAsync(http.User.AccountId()) is not { } user) return Results.LocalRedirect("/desk/sign-in");
        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, user, password)).Succeeded) return await pages.AccountAsync(http, problem: true);
        }

        await users.RemovePasswordAsync(user);
        await users.AddPasswordAsync(user, password);

        // The new password ended every earlier sign-in; this one goes on.
        await signIns.RefreshSignInAsync(user);
        return Results.LocalRedirect("/desk");
    }

    // Only ever back into the desk, whatever a link says.
    private static string LocalOf(string? to) => to is not null && (to == "/desk" || to.StartsWith("/desk?", StringComparison.Ordinal) || to.StartsWith("/desk/", StringComparison.Ordinal)) ? to : "/desk";
}
