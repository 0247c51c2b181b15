using Diwan.Comments.Accounts;
using Diwan.Comments.Stores;
using Microsoft.AspNetCore.Identity;

namespace Diwan.Server.Desk.SignIn;

/// <summary>Lets ASP.NET Core Identity keep its accounts in our store.</summary>
internal sealed class DeskUserStore(IAccountStore accounts)
    : IUserPasswordStore<DeskUser>, IUserSecurityStampStore<DeskUser>, IUserLockoutStore<DeskUser>
{
    public Task<string> GetUserIdAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Id);

    public Task<string?> GetUserNameAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Name);

    public Task SetUserNameAsync(DeskUser user, string? userName, CancellationToken cancellationToken) =>
        Change(user, account => account with { Name = userName ?? throw new ArgumentNullException(nameof(userName)) });

    // The store compares names without regard to case itself.
    public Task<string?> GetNormalizedUserNameAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Name);

    public Task SetNormalizedUserNameAsync(DeskUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(DeskUser user, CancellationToken cancellationToken) => SaveAsync(user, cancellationToken);

    public Task<IdentityResult> UpdateAsync(DeskUser user, CancellationToken cancellationToken) => SaveAsync(user, cancellationToken);

    // Decisions name their account for ever, so an account is never deleted.
    public Task<IdentityResult> DeleteAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "AccountsStay", Description = "Accounts are not deleted." }));

    public async Task<DeskUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await accounts.FindAsync(userId, cancellationToken) is { } account ? new(account) : null;

    public async Task<DeskUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await accounts.FindByNameAsync(normalizedUserName, cancellationToken) is { } account ? new(account) : null;

    public Task SetPasswordHashAsync(DeskUser user, string? passwordHash, CancellationToken cancellationToken) =>
        Change(user, account => account with { PasswordHash = passwordHash });

    public Task<string?> GetPasswordHashAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash);

    public Task<bool> HasPasswordAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash is not null);

    public Task SetSecurityStampAsync(DeskUser user, string stamp, CancellationToken cancellationToken) =>
        Change(user, account => account with { SecurityStamp = stamp });

    public Task<string?> GetSecurityStampAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.LockedUntil);

    public Task SetLockoutEndDateAsync(DeskUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Change(user, account => account with { LockedUntil = lockoutEnd });

    public async Task<int> IncrementAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken)
    {
        await Change(user, account => account with { FailedSignIns = account.FailedSignIns + 1 });
        return user.Account.FailedSignIns;
    }

    public Task ResetAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken) =>
        Change(user, account => account with { FailedSignIns = 0 });

    public Task<int> GetAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.FailedSignIns);

    // Accounts for the API alone have no password, so locking them means nothing; every other one is locked after wrong passwords.
    public Task<bool> GetLockoutEnabledAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(DeskUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private async Task<IdentityResult> SaveAsync(DeskUser user, CancellationToken ct) => await accounts.SaveAsync(user.Account, ct)
        ? IdentityResult.Success
        : IdentityResult.Failed(new IdentityError { Code = "NameTaken", Description = "Another account has this name." });

    private static Task Change(DeskUser user, Func<Account, Account> change)
    {
        user.Account = change(user.Account);
        return Task.CompletedTask;
    }
}
