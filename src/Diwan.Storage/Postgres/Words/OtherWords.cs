using Diwan.Storage.Shared.Changes;
using Diwan.Storage.Shared.Log;
using static Diwan.Storage.Postgres.Words.PostgresWords;

namespace Diwan.Storage.Postgres.Words;

/// <summary>Statements of the change feed and of the moderation log.</summary>
internal static class OtherWords
{
    /// <summary>Shared statements with PostgreSQL's own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All =>
    [
        // Under the writers' lock: no number is taken twice, and none is left out by a transaction that is rolled back.
        new(ChangeSql.Append, "INSERT INTO changes (seq, kind, key) VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM changes), @kind, @key)"),
        Change(
            LogSql.Decisions,
            ("strftime('%Y-%m', (at - 621355968000000000) / 10000000, 'unixepoch')", "to_char(to_timestamp((at - 621355968000000000) / 10000000) AT TIME ZONE 'UTC', 'YYYY-MM')")),
        Change(LogSql.Wait, ("JOIN comments c ON c.id = d.comment_id", "JOIN comments c ON c.article_id = d.article_id AND c.id = d.comment_id")),
    ];
}
