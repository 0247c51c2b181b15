namespace Diwan.Storage.Shared.Desk;

/// <summary>Statements of the desk. Status 1 is pending, 2 approved, 3 rejected.</summary>
internal static class DeskSql
{
    public const string CountPending = "SELECT count(*) FROM comments WHERE status = 1";

    public const string CountReported = "SELECT count(*) FROM comments WHERE status = 2 AND reported_at IS NOT NULL";

    public const string AuthorRecord = """
        SELECT count(*) FILTER (WHERE c.status = 2), count(*) FILTER (WHERE c.status = 3)
        FROM comment_private mine
        JOIN comment_private other ON other.author_key = mine.author_key AND other.comment_id <> mine.comment_id
        JOIN comments c ON c.id = other.comment_id
        WHERE mine.comment_id = @id
        """;

    public const string Claim = """
        INSERT INTO claims (comment_id, account_id, until) VALUES (@comment, @account, @until)
        ON CONFLICT (comment_id) DO UPDATE SET account_id = excluded.account_id, until = excluded.until
        WHERE claims.account_id = excluded.account_id OR claims.until <= @now
        """;

    public const string ClaimHolder = "SELECT account_id FROM claims WHERE comment_id = @comment";

    public const string Release = "DELETE FROM claims WHERE comment_id = @comment AND account_id = @account";

    public const string AddReport = """
        INSERT INTO reports (id, comment_id, guideline, note, reporter_key, at)
        VALUES (@id, @comment, @guideline, @note, @reporter, @at)
        ON CONFLICT (comment_id, reporter_key) WHERE reporter_key IS NOT NULL DO NOTHING
        """;

    public const string MarkReported = "UPDATE comments SET reported_at = @at WHERE id = @comment AND reported_at IS NULL";

    public const string OpenReports = """
        SELECT id, comment_id, guideline, note, reporter_key, at FROM reports WHERE comment_id = @comment AND closed_at IS NULL ORDER BY at, id
        """;

    public const string WasReported = "SELECT 1 FROM reports WHERE comment_id = @comment AND at < @before LIMIT 1";

    public const string CloseReports = """
        UPDATE reports SET closed_at = @at, closed_by = @account WHERE comment_id = @comment AND closed_at IS NULL
        """;

    public const string UnmarkReported = "UPDATE comments SET reported_at = NULL WHERE id = @comment";
}
