namespace Diwan.Storage.Shared.Appeals;

/// <summary>Statements on appeals.</summary>
internal static class AppealSql
{
    private const string Columns = "a.id, a.comment_id, a.version, a.text, a.at, a.is_erased, a.closed_at, a.is_overturned, a.account_id, a.is_same_person, a.reason, a.reason_digest, a.reason_salt";

    private const string Waiting = """
        FROM appeals a JOIN comments c ON c.id = a.comment_id
        WHERE a.closed_at IS NULL AND c.status = 3 AND c.version = a.version
        """;

    public const string Find = $"SELECT {Columns} FROM appeals a WHERE a.id = @id";

    public const string Known = "SELECT id FROM appeals WHERE comment_id = @comment AND version = @version";

    public const string Insert = """
        INSERT INTO appeals (id, comment_id, version, text, at, ledger_index) VALUES (@id, @comment, @version, @text, @at, @entry)
        """;

    public const string OfComment = $"SELECT {Columns} FROM appeals a WHERE a.comment_id = @comment ORDER BY a.version";

    public const string Open = $"SELECT {Columns} {Waiting} ORDER BY a.at, a.id LIMIT @limit";

    public const string CountOpen = $"SELECT count(*) {Waiting}";

    public const string Close = """
        UPDATE appeals SET closed_at = @at, is_overturned = @overturned, account_id = @account, is_same_person = @same, reason = @reason, reason_digest = @digest, reason_salt = @salt,
          outcome_ledger_index = @entry
        WHERE id = @id AND closed_at IS NULL
        """;
}
