namespace Diwan.Storage.Moving;

/// <summary>A table as both databases have it.</summary>
/// <param name="Name">Its name in both.</param>
/// <param name="Columns">What both have, in the order they are carried; what a database computes by itself is left out.</param>
/// <param name="LedToThread">True when PostgreSQL also has the thread of the comment that <c>comment_id</c> names.</param>
/// <param name="IsNumbered">True when new rows get the next number as <c>seq</c>.</param>
internal sealed record SiteTable(string Name, string[] Columns, bool LedToThread = false, bool IsNumbered = false)
{
    /// <summary>Every table of a site, each after those it refers to. A test holds this list against both schemas.</summary>
    public static IReadOnlyList<SiteTable> All { get; } =
    [
        Of("articles", "id slug language headline headline_key published_at has_time_of_day byline dateline editor body is_partial is_own url source section is_thread_closed imported_at"),
        Of("thread_totals", "article_id approved"),
        Of("comments", "id article_id parent_id root_id depth path author text hash at language status version replies risk reported_at ledger_index"),
        Of("judgements", "comment_id body") with { LedToThread = true },
        Of("decisions", "id comment_id version outcome guideline reasons decided_by account_id note policy_version model_version at ledger_index") with { LedToThread = true },
        Of("receipts", "hash comment_id") with { LedToThread = true },
        Of("comment_private", "comment_id email author_key") with { LedToThread = true },
        Of("fingerprints", "comment_id article_id author_key at fingerprint"),
        Of("idempotency_keys", "article_id key comment_id body_hash"),
        Of("reports", "id comment_id guideline note reporter_key at closed_at closed_by"),
        Of("claims", "comment_id account_id until"),
        Of("accounts", "id name name_key role password_hash security_stamp failed_sign_ins locked_until created_at"),
        Of("invites", "token_hash account_id expires_at consumed_at"),
        Of("tokens", "id hash role account_id created_at expires_at revoked_at per_minute"),
        Of("policies", "version yaml"),
        Of("policy_publications", "seq version at ledger_index") with { IsNumbered = true },
        Of("changes", "seq kind key"),
        Of("suggestions", "seq text scores language community_id erasure_key at expires_at") with { IsNumbered = true },
        Of("ledger", "idx kind ref key leaf"),
        Of("ledger_tiles", "level n hashes root"),
        Of("ledger_checkpoints", "size note is_kept"),
        Of("ledger_keys", "number verifier cause at"),
        Of("models", "seq version at") with { IsNumbered = true },
        Of("appeals", "id comment_id version text at ledger_index is_erased closed_at is_overturned account_id is_same_person reason reason_digest reason_salt outcome_ledger_index"),
        Of("legal_holds", "comment_id account_id at"),
        Of("mail_addresses", "digest email state at"),
        Of("mail_orders", "seq kind address comment_id version due_at attempts") with { IsNumbered = true },
    ];

    private static SiteTable Of(string name, string columns) => new(name, columns.Split(' '));
}
