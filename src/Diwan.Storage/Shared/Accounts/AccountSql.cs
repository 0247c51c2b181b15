namespace Diwan.Storage.Shared.Accounts;

/// <summary>Statements on accounts, one-time links and tokens.</summary>
internal static class AccountSql
{
    private const string Columns = "a.id, a.name, a.role, a.password_hash, a.security_stamp, a.failed_sign_ins, a.locked_until, a.created_at";

    private const string TokenColumns = "id, hash, role, account_id, created_at, expires_at, revoked_at, per_minute";

    public const string Find = $"SELECT {Columns} FROM accounts a WHERE a.id = @id";

    public const string FindByName = $"SELECT {Columns} FROM accounts a WHERE a.name_key = @key";

    public const string List = $"SELECT {Columns} FROM accounts a ORDER BY a.name_key";

    public const string NameTaken = "SELECT 1 FROM accounts WHERE name_key = @key AND id <> @id";

    public const string Save = """
        INSERT INTO accounts (id, name, name_key, role, password_hash, security_stamp, failed_sign_ins, locked_until, created_at)
        VALUES (@id, @name, @key, @role, @password, @stamp, @failed, @locked, @created)
        ON CONFLICT (id) DO UPDATE SET
          name = excluded.name, name_key = excluded.name_key, role = excluded.role, password_hash = excluded.password_hash,
          security_stamp = excluded.security_stamp, failed_sign_ins = excluded.failed_sign_ins, locked_until = excluded.locked_until
        """;

    public const string AddInvite = "INSERT INTO invites (token_hash, account_id, expires_at) VALUES (@hash, @account, @expires)";

    public const string ConsumeInvite = """
        UPDATE invites SET consumed_at = @now WHERE token_hash = @hash AND consumed_at IS NULL AND expires_at > @now
        """;

    public const string InvitedAccount = $"SELECT {Columns} FROM invites i JOIN accounts a ON a.id = i.account_id WHERE i.token_hash = @hash";

    public const string IsInviteOpen = "SELECT 1 FROM invites WHERE token_hash = @hash AND consumed_at IS NULL AND expires_at > @now";

    public const string AddToken = """
        INSERT INTO tokens (id, hash, role, account_id, created_at, expires_at, revoked_at, per_minute)
        VALUES (@id, @hash, @role, @account, @created, @expires, @revoked, @perMinute)
        """;

    public const string FindToken = $"SELECT {TokenColumns} FROM tokens WHERE hash = @hash";

    public const string ListTokens = $"SELECT {TokenColumns} FROM tokens ORDER BY created_at DESC, id";

    public const string RevokeToken = "UPDATE tokens SET revoked_at = coalesce(revoked_at, @at) WHERE id = @id";
}
