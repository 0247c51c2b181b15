namespace Diwan.Storage.Shared.Log;

/// <summary>Statements that count everything. They read whole tables: the caller keeps what they say for a while.</summary>
internal static class LogSql
{
    // 621355968000000000: ticks of 1 January 1970.
    public const string Decisions = """
        SELECT strftime('%Y-%m', (at - 621355968000000000) / 10000000, 'unixepoch'), outcome, decided_by, guideline, count(*)
        FROM decisions GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        """;

    public const string Received = "SELECT count(*) FROM comments";

    public const string Appeals = "SELECT count(*), count(*) FILTER (WHERE is_overturned = 0), count(*) FILTER (WHERE is_overturned = 1) FROM appeals";

    // The second decision of a comment is the first by a person, where a person made it.
    public const string CountWaits = "SELECT count(*) FROM decisions WHERE version = 2 AND decided_by = 2 AND outcome IN (2, 3)";

    public const string Wait = """
        SELECT d.at - c.at FROM decisions d JOIN comments c ON c.id = d.comment_id
        WHERE d.version = 2 AND d.decided_by = 2 AND d.outcome IN (2, 3) ORDER BY 1 LIMIT 1 OFFSET @offset
        """;
}
