using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Diwan.Server.Desk.SignIn;

/// <summary>What a signed-in cookie says of an account: id, name, stamp and role.</summary>
internal sealed class DeskPrincipals(UserManager<DeskUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<DeskUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(DeskUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(identity.RoleClaimType, user.Account.Role.ToString()));
        return identity;
    }
}
