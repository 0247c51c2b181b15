using Diwan.Comments.Accounts;
using Diwan.Comments.Stores;

namespace Diwan.Storage.Shared.Accounts;

/// <summary>Keeps accounts, one-time links and tokens.</summary>
internal sealed class AccountStore(Database database) : IAccountStore
{
    /// <inheritdoc/>
    public Task<Account?> FindAsync(string accountId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(AccountSql.Find, ReadAccount, ("@id", accountId)), ct);

    /// <inheritdoc/>
    public Task<Account?> FindByNameAsync(string name, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(AccountSql.FindByName, ReadAccount, ("@key", KeyOf(name))), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<Account>>(session => session.All(AccountSql.List, ReadAccount), ct);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(Account account, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            var key = KeyOf(account.Name);
            if (session.Number(AccountSql.NameTaken, ("@key", key), ("@id", account.Id)) is not null) return false;
            session.Execute(
                AccountSql.Save,
                ("@id", account.Id), ("@name", account.Name), ("@key", key), ("@role", (long)account.Role), ("@password", account.PasswordHash),
                ("@stamp", account.SecurityStamp), ("@failed", account.FailedSignIns), ("@locked", account.LockedUntil?.UtcTicks),
                ("@created", account.CreatedAt.UtcTicks));
            return true;
        },
        ct);

    /// <inheritdoc/>
    public Task AddInviteAsync(string tokenHash, string accountId, DateTimeOffset expiresAt, CancellationToken ct = default) =>
        database.WriteAsync(
            session => session.Execute(
                AccountSql.AddInvite, ("@hash", tokenHash), ("@account", accountId), ("@expires", expiresAt.UtcTicks)),
            ct);

    /// <inheritdoc/>
    public Task<Account?> ConsumeInviteAsync(string tokenHash, DateTimeOffset now, CancellationToken ct = default) => database.WriteAsync(
        session => session.Execute(AccountSql.ConsumeInvite, ("@hash", tokenHash), ("@now", now.UtcTicks)) == 0
            ? null
            : session.First(AccountSql.InvitedAccount, ReadAccount, ("@hash", tokenHash)),
        ct);

    /// <inheritdoc/>
    public Task<bool> IsInviteOpenAsync(string tokenHash, DateTimeOffset now, CancellationToken ct = default) => database.ReadAsync(
        session => session.Number(AccountSql.IsInviteOpen, ("@hash", tokenHash), ("@now", now.UtcTicks)) is not null, ct);

    /// <inheritdoc/>
    public Task AddTokenAsync(ApiToken token, CancellationToken ct = default) => database.WriteAsync(
        session => session.Execute(
            AccountSql.AddToken,
            ("@id", token.Id), ("@hash", token.Hash), ("@role", (long)token.Role), ("@account", token.AccountId),
            ("@created", token.CreatedAt.UtcTicks), ("@expires", token.ExpiresAt?.UtcTicks), ("@revoked", token.RevokedAt?.UtcTicks), ("@perMinute", (long?)token.PerMinute)),
        ct);

    /// <inheritdoc/>
    public Task<ApiToken?> FindTokenAsync(string hash, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(AccountSql.FindToken, ReadToken, ("@hash", hash)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ApiToken>> ListTokensAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<ApiToken>>(session => session.All(AccountSql.ListTokens, ReadToken), ct);

    /// <inheritdoc/>
    public Task<bool> RevokeTokenAsync(string id, DateTimeOffset at, CancellationToken ct = default) =>
        database.WriteAsync(session => session.Execute(AccountSql.RevokeToken, ("@id", id), ("@at", at.UtcTicks)) > 0, ct);

    private static string KeyOf(string name) => name.ToUpperInvariant();

    private static Account ReadAccount(Row row) => new()
    {
        Id = row.Text(0),
        Name = row.Text(1),
        Role = (Role)row.Number(2),
        PasswordHash = row.TextOrNull(3),
        SecurityStamp = row.Text(4),
        FailedSignIns = row.Count(5),
        LockedUntil = row.TimeOrNull(6),
        CreatedAt = row.Time(7),
    };

    private static ApiToken ReadToken(Row row) => new(
        row.Text(0), row.Text(1), (Role)row.Number(2), row.Text(3), row.Time(4), row.TimeOrNull(5), row.TimeOrNull(6), row.CountOrNull(7));
}
