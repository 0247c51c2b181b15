using Diwan.Storage.Shared.Ledger;
using static Diwan.Storage.Postgres.Words.PostgresWords;

namespace Diwan.Storage.Postgres.Words;

/// <summary>Statements on the ledger.</summary>
internal static class LedgerWords
{
    /// <summary>Shared statements with PostgreSQL's own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All =>
    [
        Change(LedgerSql.OfComment, ("WHERE c.id = @id", $"WHERE c.id = @id AND c.article_id = {ThreadOfId}")),
        Change(
            LedgerSql.Strays,
            ("JOIN comments c ON c.id = a.comment_id", "JOIN comment_threads t ON t.id = a.comment_id JOIN comments c ON c.article_id = t.article_id AND c.id = a.comment_id"),
            ("JOIN decisions d ON d.comment_id = c.id", "JOIN decisions d ON d.article_id = c.article_id AND d.comment_id = c.id"),
            ("FROM decisions d WHERE d.comment_id = c.id", "FROM decisions d WHERE d.article_id = c.article_id AND d.comment_id = c.id")),
    ];
}
