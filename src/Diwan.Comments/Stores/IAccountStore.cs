using Diwan.Comments.Accounts;

namespace Diwan.Comments.Stores;

/// <summary>Keeps desk accounts, one-time sign-in links and API tokens.</summary>
public interface IAccountStore
{
    /// <summary>The account with this id; null when there is none.</summary>
    Task<Account?> FindAsync(string accountId, CancellationToken ct = default);

    /// <summary>The account with this sign-in name, without regard to case; null when there is none.</summary>
    Task<Account?> FindByNameAsync(string name, CancellationToken ct = default);

    /// <summary>All accounts by name.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct = default);

    /// <summary>Inserts, or replaces the account with the same id. False when another account has that name.</summary>
    Task<bool> SaveAsync(Account account, CancellationToken ct = default);

    /// <summary>Stores a one-time sign-in link by its hash.</summary>
    Task AddInviteAsync(string tokenHash, string accountId, DateTimeOffset expiresAt, CancellationToken ct = default);

    /// <summary>Consumes a one-time link: its account once, null ever after, and when it is unknown or over.</summary>
    Task<Account?> ConsumeInviteAsync(string tokenHash, DateTimeOffset now, CancellationToken ct = default);

    /// <summary>Whether a one-time link could be consumed now, without consuming it.</summary>
    Task<bool> IsInviteOpenAsync(string tokenHash, DateTimeOffset now, CancellationToken ct = default);

    /// <summary>Stores a token.</summary>
    Task AddTokenAsync(ApiToken token, CancellationToken ct = default);

    /// <summary>The token with this hash; null when there is none. Revoked and expired ones are found too.</summary>
    Task<ApiToken?> FindTokenAsync(string hash, CancellationToken ct = default);

    /// <summary>All tokens, newest first.</summary>
    Task<IReadOnlyList<ApiToken>> ListTokensAsync(CancellationToken ct = default);

    /// <summary>Revokes a token; false when there is none with this id.</summary>
    Task<bool> RevokeTokenAsync(string id, DateTimeOffset at, CancellationToken ct = default);
}
