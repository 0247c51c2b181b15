using System.Security.Cryptography;
using Diwan.Comments.Stores;

namespace Diwan.Comments.Accounts;

/// <summary>Makes and checks bearer tokens for the API.</summary>
public sealed class ManageTokens(IAccountStore accounts, TimeProvider clock)
{
    /// <summary>Makes a token for the account with this name, making the account when it is new.</summary>
    /// <param name="role">What the token may do.</param>
    /// <param name="accountName">Whose decisions it makes; null for one named after the role.</param>
    /// <param name="days">Days until it expires, 1 to 3,650; null for never.</param>
    /// <param name="perMinute">Scoring requests it may make in a minute, 1 or more; null for the site's usual number.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The token itself, shown once and never stored.</returns>
    public async Task<string> CreateAsync(Role role, string? accountName, int? days, int? perMinute = null, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var name = accountName ?? $"{role.ToString().ToLowerInvariant()}-token";
        var account = await accounts.FindByNameAsync(name, ct);
        if (account is null)
        {
            account = ManageAccounts.Make(name, role, now);
            // Another process may have made it in this moment: then its account is the one.
            if (!await accounts.SaveAsync(account, ct)) account = (await accounts.FindByNameAsync(name, ct))!;
        }

        var token = Secrets.New();
        await accounts.AddTokenAsync(
            new(RandomNumberGenerator.GetHexString(8, lowercase: true), Secrets.Hash(token), role, account.Id, now,
                days is { } count ? now.AddDays(count) : null, RevokedAt: null, perMinute), ct);
        return token;
    }

    /// <summary>The stored token behind a bearer token, when it is neither expired nor revoked; else null.</summary>
    public async Task<ApiToken?> CheckAsync(string token, CancellationToken ct = default)
    {
        var found = await accounts.FindTokenAsync(Secrets.Hash(token), ct);
        var now = clock.GetUtcNow();
        return found is { RevokedAt: null } && (found.ExpiresAt is not { } end || now < end) ? found : null;
    }
}
