namespace Diwan.Storage.Shared.Comments;

/// <summary>Statements on comments and what hangs on them. Status codes stand as numbers, frozen by a test: 2 is approved, 5 erased.</summary>
internal static class CommentSql
{
    public const string Columns = "c.id, c.article_id, c.parent_id, c.root_id, c.depth, c.author, c.text, c.hash, c.at, c.language, c.status, c.version, c.replies, c.badge";

    public const string Find = $"SELECT {Columns} FROM comments c WHERE c.id = @id";

    public const string Latest = $"SELECT {Columns} FROM comments c WHERE c.status = 2 ORDER BY c.at DESC, c.id DESC LIMIT @limit";

    public const string FindByReceipt = $"SELECT {Columns} FROM receipts r JOIN comments c ON c.id = r.comment_id WHERE r.hash = @hash";

    public const string FindKey = "SELECT comment_id, body_hash FROM idempotency_keys WHERE article_id = @article AND key = @key";

    public const string Insert = """
        INSERT INTO comments (id, article_id, parent_id, root_id, depth, path, author, text, hash, at, language, status, version, risk, badge, ledger_index)
        VALUES (
          @id, @article, @parent, @root, @depth, coalesce((SELECT path FROM comments WHERE id = @parent), '') || @segment,
          @author, @text, @hash, @at, @language, @status, @version, @risk, @badge, @entry)
        """;

    public const string InsertJudgement = "INSERT INTO judgements (comment_id, body) VALUES (@id, @body)";

    public const string InsertDecision = """
        INSERT INTO decisions (id, comment_id, version, outcome, guideline, reasons, decided_by, account_id, note, policy_version, model_version, at, ledger_index)
        VALUES (@id, @comment, @version, @outcome, @guideline, @reasons, @decided_by, @account, @note, @policy, @model, @at, @entry)
        """;

    public const string InsertReceipt = "INSERT INTO receipts (hash, comment_id) VALUES (@hash, @id)";

    public const string InsertPrivate = "INSERT INTO comment_private (comment_id, email, author_key) VALUES (@id, @email, @author_key)";

    public const string InsertFingerprint = """
        INSERT INTO fingerprints (comment_id, article_id, author_key, at, fingerprint) VALUES (@id, @article, @author_key, @at, @fingerprint)
        """;

    public const string InsertKey = """
        INSERT INTO idempotency_keys (article_id, key, comment_id, body_hash) VALUES (@article, @key, @id, @body_hash)
        """;

    private const string FingerprintColumns = "comment_id, article_id, author_key, at, fingerprint";

    public const string RecentInThread = $"""
        SELECT {FingerprintColumns} FROM fingerprints WHERE article_id = @article AND at >= @since ORDER BY at DESC LIMIT @limit
        """;

    public const string RecentByAuthor = $"""
        SELECT {FingerprintColumns} FROM fingerprints WHERE author_key = @author_key AND at >= @since ORDER BY at DESC LIMIT @limit
        """;

    public const string Closed = "SELECT 1 FROM articles WHERE id = @article AND is_thread_closed = 1";

    public const string Judgement = """
        SELECT j.body, coalesce(f.fingerprint, 0) FROM judgements j LEFT JOIN fingerprints f ON f.comment_id = j.comment_id WHERE j.comment_id = @id
        """;

    public const string Decisions = """
        SELECT id, comment_id, version, outcome, guideline, reasons, decided_by, account_id, note, policy_version, model_version, at
        FROM decisions WHERE comment_id = @id ORDER BY version
        """;

    public const string State = "SELECT article_id, status, version, is_shown FROM comments WHERE id = @id";

    public const string Move = "UPDATE comments SET status = @status, version = @version WHERE id = @id AND version = @version - 1";

    public const string Erase = "UPDATE comments SET status = 5, version = @version, author = '', text = '', hash = '', badge = 0 WHERE id = @id AND version = @version - 1";

    public const string EraseJudgement = "DELETE FROM judgements WHERE comment_id = @id";

    public const string ErasePrivate = "DELETE FROM comment_private WHERE comment_id = @id";

    public const string EraseFingerprint = "DELETE FROM fingerprints WHERE comment_id = @id";

    public const string EraseKey = "DELETE FROM idempotency_keys WHERE comment_id = @id";

    public const string EraseNotes = "UPDATE decisions SET note = NULL WHERE comment_id = @id AND note IS NOT NULL";

    public const string EraseReports = "UPDATE reports SET note = NULL, reporter_key = NULL WHERE comment_id = @id";

    public const string EraseAppeals = "UPDATE appeals SET is_erased = 1, text = '', reason_salt = NULL, reason = CASE WHEN reason IS NOT NULL THEN '' END WHERE comment_id = @id";

    /// <summary>Without their keys nobody can tell what the leaves of the comment and its appeals stood for.</summary>
    public const string ForgetKeys = """
        UPDATE ledger SET key = NULL WHERE idx IN (
          SELECT ledger_index FROM comments WHERE id = @id
          UNION ALL SELECT ledger_index FROM appeals WHERE comment_id = @id)
        """;

    public const string CountReplyOfAncestors = """
        WITH RECURSIVE ancestors (id) AS (
          SELECT parent_id FROM comments WHERE id = @id
          UNION ALL
          SELECT c.parent_id FROM ancestors a JOIN comments c ON c.id = a.id)
        UPDATE comments SET replies = replies + @change WHERE id IN (SELECT id FROM ancestors)
        """;

    public const string CountApproved = """
        INSERT INTO thread_totals (article_id, approved) VALUES (@article, CASE WHEN @change > 0 THEN @change ELSE 0 END)
        ON CONFLICT (article_id) DO UPDATE SET approved = thread_totals.approved + @change
        """;

    public const string Approved = "SELECT approved FROM thread_totals WHERE article_id = @article AND approved > 0";

    public const string Descendants = $"""
        SELECT {Columns} FROM comments c WHERE c.root_id = @root AND c.depth > 0 AND c.is_shown = 1 ORDER BY c.path LIMIT @limit
        """;
}
