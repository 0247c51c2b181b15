namespace Diwan.Storage.Shared.Retaining;

/// <summary>Statements on what has been kept long enough. Run once a day: they may read what is narrow whole.</summary>
internal static class RetentionSql
{
    public const string Comments = """
        SELECT c.id FROM comments c
        WHERE c.status = @status AND c.id > @after AND (SELECT d.at FROM decisions d WHERE d.comment_id = c.id AND d.version = c.version) < @before
          AND NOT EXISTS (SELECT 1 FROM legal_holds h WHERE h.comment_id = c.id)
        ORDER BY c.id LIMIT @limit
        """;

    private const string Free = "comment_id NOT IN (SELECT comment_id FROM legal_holds)";
    private const string OldFingerprints = $"FROM fingerprints WHERE at < @before AND {Free}";
    private const string OldKeys = $"FROM idempotency_keys WHERE (SELECT at FROM comments WHERE id = comment_id) < @before AND {Free}";
    private const string OldReaders = $"author_key IS NOT NULL AND (SELECT at FROM comments WHERE id = comment_id) < @before AND {Free}";
    private const string Unconfirmed = "state = 1 AND at < @before";
    private const string OldAddresses = $"email IS NOT NULL AND (SELECT at FROM comments WHERE id = comment_id) < @before AND {Free}";

    public const string CountFingerprints = $"SELECT count(*) {OldFingerprints}";
    public const string DropFingerprints = $"DELETE {OldFingerprints}";
    public const string CountKeys = $"SELECT count(*) {OldKeys}";
    public const string DropKeys = $"DELETE {OldKeys}";
    public const string CountReaders = $"SELECT count(*) FROM comment_private WHERE {OldReaders}";
    public const string DropReaders = $"UPDATE comment_private SET author_key = NULL WHERE {OldReaders}";
    public const string CountUnconfirmed = $"SELECT count(*) FROM mail_addresses WHERE {Unconfirmed}";
    public const string TakeOffUnconfirmed = $"""
        UPDATE comment_private SET email = NULL
        WHERE email IS NOT NULL AND lower(email) IN (SELECT email FROM mail_addresses WHERE {Unconfirmed}) AND {Free}
        """;

    public const string DropUnconfirmed = $"DELETE FROM mail_addresses WHERE {Unconfirmed}";
    public const string CountAddresses = $"SELECT count(*) FROM comment_private WHERE {OldAddresses}";
    public const string DropAddresses = $"UPDATE comment_private SET email = NULL WHERE {OldAddresses}";

    /// <summary>Addresses that no comment has any more.</summary>
    public const string DropOrphans = """
        DELETE FROM mail_addresses WHERE email IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM comment_private p WHERE p.email IS NOT NULL AND lower(p.email) = mail_addresses.email)
        """;

    /// <summary>Rows that nothing personal is left in.</summary>
    public const string DropEmpty = "DELETE FROM comment_private WHERE email IS NULL AND author_key IS NULL";
}
