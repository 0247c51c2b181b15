namespace Diwan.Storage.Postgres.Writing;

/// <summary>Statements that a writer begins its turn with.</summary>
internal static class WriterSql
{
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(@turn)";

    public const string LeavesFrom = "SELECT leaf FROM ledger WHERE idx >= @from ORDER BY idx LIMIT @limit";

    public const string KnownKeys = "SELECT k.article_id, k.key FROM unnest(@articles::text[], @keys::text[]) AS q (article, key) JOIN idempotency_keys k ON k.article_id = q.article AND k.key = q.key";

    public const string Closed = "SELECT id FROM articles WHERE is_thread_closed = 1 AND id = ANY (@articles)";

    public const string Addresses = "SELECT digest, state FROM mail_addresses WHERE digest = ANY (@digests)";

    public const string IsEntryThere = "SELECT 1 FROM ledger WHERE idx = @idx AND leaf = @leaf";

    public const string Mark = "INSERT INTO jobs (name, done_at) VALUES ('writer', @at) ON CONFLICT (name) DO UPDATE SET done_at = excluded.done_at";
}
