using Diwan.Comments.Stores;

namespace Diwan.Comments.Accounts;

/// <summary>Makes desk accounts and one-time sign-in links.</summary>
public sealed class ManageAccounts(IAccountStore accounts, TimeProvider clock)
{
    /// <summary>How long a one-time link can be used.</summary>
    public static readonly TimeSpan InviteTime = TimeSpan.FromMinutes(15);

    /// <summary>Name of the account that the first start makes.</summary>
    public const string FirstName = "desk";

    /// <summary>Makes the first desk account, an admin, unless there is any account; null then.</summary>
    public async Task<Account?> CreateFirstAsync(CancellationToken ct = default)
    {
        if ((await accounts.ListAsync(ct)).Count > 0) return null;
        var account = Make(FirstName, Role.Admin, clock.GetUtcNow());
        return await accounts.SaveAsync(account, ct) ? account : null;
    }

    /// <summary>Makes a one-time sign-in link's secret for an account, making the account with this role when it is new.</summary>
    /// <returns>The secret; null when the account exists with a role that has no desk (scorer, site).</returns>
    public async Task<string?> InviteAsync(string name, Role role, CancellationToken ct = default)
    {
        var account = await accounts.FindByNameAsync(name, ct);
        if (account is null)
        {
            account = Make(name, role, clock.GetUtcNow());
            if (!await accounts.SaveAsync(account, ct)) account = (await accounts.FindByNameAsync(name, ct))!;
        }

        if (account.Role is Role.Scorer or Role.Site) return null;
        var secret = Secrets.New();
        await accounts.AddInviteAsync(Secrets.Hash(secret), account.Id, clock.GetUtcNow() + InviteTime, ct);
        return secret;
    }

    internal static Account Make(string name, Role role, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString("N"),
        Name = name,
        Role = role,
        SecurityStamp = Secrets.New(),
        CreatedAt = now,
    };
}
