namespace Diwan.Storage.Shared.Mail;

/// <summary>Statements on addresses and mails. Codes stand as numbers, frozen by a test: states 1 asked, 2 confirmed, 3 refused; kind 1 is a confirmation.</summary>
internal static class MailSql
{
    public const string State = "SELECT state FROM mail_addresses WHERE digest = @digest";

    public const string Find = "SELECT digest, email, state, at FROM mail_addresses WHERE digest = @digest";

    public const string Ask = "INSERT INTO mail_addresses (digest, email, state, at) VALUES (@digest, @email, 1, @at)";

    public const string Confirm = "UPDATE mail_addresses SET state = 2, at = @at WHERE digest = @digest AND state < 3";

    public const string Refuse = """
        INSERT INTO mail_addresses (digest, email, state, at) VALUES (@digest, NULL, 3, @at)
        ON CONFLICT (digest) DO UPDATE SET state = 3, email = NULL, at = @at
        """;

    public const string Forget = "DELETE FROM mail_addresses WHERE digest = @digest";

    /// <summary>Takes an address off all comments that no legal hold keeps as they are.</summary>
    public const string TakeOff = """
        UPDATE comment_private SET email = NULL
        WHERE email IS NOT NULL AND lower(email) = (SELECT email FROM mail_addresses WHERE digest = @digest)
          AND comment_id NOT IN (SELECT comment_id FROM legal_holds)
        """;

    public const string CommentsOf = """
        SELECT p.comment_id, p.author_key FROM mail_addresses a JOIN comment_private p ON p.email IS NOT NULL AND lower(p.email) = a.email
        WHERE a.digest = @digest ORDER BY p.comment_id
        """;

    public const string OrderConfirmation = "INSERT INTO mail_orders (kind, address, version, due_at) VALUES (1, @digest, 0, @due)";

    /// <summary>An order about a comment, if its author gave an address that was not refused and mail was on when they did.</summary>
    public const string Order = """
        INSERT INTO mail_orders (kind, address, comment_id, version, due_at)
        SELECT @kind, a.digest, p.comment_id, @version, @due FROM comment_private p JOIN mail_addresses a ON a.email = lower(p.email)
        WHERE p.comment_id = @id AND p.email IS NOT NULL
        """;

    /// <summary>What was to be told of one version of a comment.</summary>
    public const string CancelVersion = "DELETE FROM mail_orders WHERE comment_id = @id AND version = @version";

    public const string CancelComment = "DELETE FROM mail_orders WHERE comment_id = @id";

    public const string CancelAddress = "DELETE FROM mail_orders WHERE address = @digest";

    /// <summary>The address of a comment that is erased, unless another comment has it too.</summary>
    public const string ForgetLast = """
        DELETE FROM mail_addresses WHERE email = (SELECT lower(email) FROM comment_private WHERE comment_id = @id)
          AND NOT EXISTS (SELECT 1 FROM comment_private other WHERE other.email IS NOT NULL AND lower(other.email) = mail_addresses.email AND other.comment_id <> @id)
        """;

    public const string Due = """
        SELECT o.seq, o.kind, a.email, o.comment_id, o.version, o.due_at, o.attempts FROM mail_orders o JOIN mail_addresses a ON a.digest = o.address
        WHERE o.due_at <= @now AND (a.state = 2 OR (o.kind = 1 AND a.state = 1)) ORDER BY o.due_at LIMIT @limit
        """;

    public const string Take = "UPDATE mail_orders SET due_at = @until, attempts = attempts + 1 WHERE seq = @seq AND due_at = @due";

    public const string Done = "DELETE FROM mail_orders WHERE seq = @seq";
}
