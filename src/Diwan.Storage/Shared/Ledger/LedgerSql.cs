namespace Diwan.Storage.Shared.Ledger;

/// <summary>Statements on the ledger.</summary>
internal static class LedgerSql
{
    public const string Size = "SELECT coalesce(max(idx) + 1, 0) FROM ledger";

    public const string State = "SELECT (SELECT coalesce(max(idx) + 1, 0) FROM ledger), (SELECT coalesce(max(number), 0) FROM ledger_keys), (SELECT coalesce(max(size), 0) FROM ledger_checkpoints)";

    public const string Append = "INSERT INTO ledger (idx, kind, ref, key, leaf) VALUES (@idx, @kind, @ref, @key, @leaf)";

    public const string Leaves = "SELECT leaf FROM ledger WHERE idx >= @from AND idx < @to ORDER BY idx";

    public const string Entries = "SELECT idx, kind, ref, key, leaf FROM ledger WHERE idx >= @from AND idx < @to ORDER BY idx";

    public const string OfComment = """
        SELECT l.idx, l.kind, l.ref, l.key, l.leaf FROM comments c JOIN ledger l ON l.idx = c.ledger_index WHERE c.id = @id
        """;

    public const string ForgetKey = "UPDATE ledger SET key = NULL WHERE idx = (SELECT ledger_index FROM comments WHERE id = @id)";

    public const string AddTile = "INSERT INTO ledger_tiles (level, n, hashes, root) VALUES (@level, @n, @hashes, @root)";

    public const string Tile = "SELECT hashes FROM ledger_tiles WHERE level = @level AND n = @n";

    public const string TileRoots = "SELECT root FROM ledger_tiles WHERE level = @level AND n >= @from AND n < @to ORDER BY n";

    public const string Tiles = "SELECT n, hashes, root FROM ledger_tiles WHERE level = @level AND n >= @from ORDER BY n LIMIT @limit";

    public const string AddCheckpoint = """
        INSERT INTO ledger_checkpoints (size, note, is_kept) VALUES (@size, @note, @kept)
        ON CONFLICT (size) DO UPDATE SET note = excluded.note, is_kept = excluded.is_kept
        """;

    public const string DropCheckpoint = "DELETE FROM ledger_checkpoints WHERE size = @size AND is_kept = 0";

    public const string LatestCheckpoint = "SELECT note FROM ledger_checkpoints ORDER BY size DESC LIMIT 1";

    public const string Checkpoints = "SELECT note FROM ledger_checkpoints ORDER BY size";

    public const string Keys = "SELECT number, verifier, cause, at FROM ledger_keys ORDER BY number";

    public const string Key = "SELECT number, verifier, cause, at FROM ledger_keys WHERE number = @number";

    public const string AddKey = "INSERT INTO ledger_keys (number, verifier, cause, at) VALUES (@number, @verifier, @cause, @at)";

    public const string LastModel = "SELECT version FROM models ORDER BY seq DESC LIMIT 1";

    public const string AddModel = "INSERT INTO models (version, at) VALUES (@version, @at) RETURNING seq";

    public const string Model = "SELECT version, at FROM models WHERE seq = @seq";

    public const string PolicyPublication = """
        SELECT p.version, p.yaml, n.at FROM policy_publications n JOIN policies p ON p.version = n.version WHERE n.seq = @seq
        """;

    public const string DecisionWithReasons = """
        SELECT id, comment_id, version, outcome, guideline, reasons, decided_by, account_id, note, policy_version, model_version, at FROM decisions WHERE id = @id
        """;

    /// <summary>Rows older than the ledger, in the order they came.</summary>
    public const string OlderComments = """
        SELECT c.id, c.article_id, c.parent_id, c.root_id, c.depth, c.author, c.text, c.hash, c.at, c.language, c.status, c.version, c.replies, c.badge
        FROM comments c WHERE c.ledger_index IS NULL ORDER BY c.at, c.id
        """;

    public const string OlderDecisions = """
        SELECT id, comment_id, version, outcome, guideline, reasons, decided_by, account_id, note, policy_version, model_version, at
        FROM decisions WHERE ledger_index IS NULL ORDER BY at, comment_id, version
        """;

    public const string OlderPolicies = """
        SELECT n.seq, p.version, p.yaml, n.at FROM policy_publications n JOIN policies p ON p.version = n.version WHERE n.ledger_index IS NULL ORDER BY n.seq
        """;

    public const string MarkComment = "UPDATE comments SET ledger_index = @idx WHERE id = @ref";

    public const string MarkDecision = "UPDATE decisions SET ledger_index = @idx WHERE id = @ref";

    public const string MarkPolicy = "UPDATE policy_publications SET ledger_index = @idx WHERE seq = @ref";

    public const string Strays = """
        SELECT 'comment ' || c.id FROM comments c LEFT JOIN ledger l ON l.idx = c.ledger_index AND l.kind = 2 AND l.ref = c.id WHERE l.idx IS NULL
        UNION ALL
        SELECT 'decision ' || d.id FROM decisions d LEFT JOIN ledger l ON l.idx = d.ledger_index AND l.kind = 3 AND l.ref = d.id WHERE l.idx IS NULL
        UNION ALL
        SELECT 'appeal ' || a.id FROM appeals a LEFT JOIN ledger l ON l.idx = a.ledger_index AND l.kind = 4 AND l.ref = a.id WHERE l.idx IS NULL
        UNION ALL
        SELECT 'outcome of appeal ' || a.id FROM appeals a LEFT JOIN ledger l ON l.idx = a.outcome_ledger_index AND l.kind = 5 AND l.ref = a.id
        WHERE a.closed_at IS NOT NULL AND l.idx IS NULL
        UNION ALL
        SELECT 'publication ' || n.seq || ' of policy ' || n.version FROM policy_publications n
        LEFT JOIN ledger l ON l.idx = n.ledger_index AND l.kind = 6 AND l.ref = CAST(n.seq AS TEXT) WHERE l.idx IS NULL
        UNION ALL
        SELECT 'policy ' || p.version FROM policies p WHERE NOT EXISTS (SELECT 1 FROM policy_publications n WHERE n.version = p.version)
        UNION ALL
        SELECT 'model ' || m.version FROM models m WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.kind = 7 AND l.ref = CAST(m.seq AS TEXT))
        UNION ALL
        SELECT 'signing key ' || k.number FROM ledger_keys k WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.kind = 1 AND l.ref = CAST(k.number AS TEXT))
        UNION ALL
        SELECT 'state of appeal ' || a.id FROM appeals a JOIN comments c ON c.id = a.comment_id WHERE a.is_erased = 1 AND c.status <> 5
        UNION ALL
        SELECT 'state of comment ' || c.id FROM comments c JOIN decisions d ON d.comment_id = c.id AND d.version = c.version
        WHERE c.status <> CASE d.outcome WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 3 THEN 3 WHEN 4 THEN 1 WHEN 5 THEN 4 WHEN 6 THEN 5 END
        UNION ALL
        SELECT 'state of comment ' || c.id FROM comments c
        WHERE NOT EXISTS (SELECT 1 FROM decisions d WHERE d.comment_id = c.id AND d.version = c.version)
           OR EXISTS (SELECT 1 FROM decisions d WHERE d.comment_id = c.id AND d.version > c.version)
        """;
}
