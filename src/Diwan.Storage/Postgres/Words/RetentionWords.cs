using Diwan.Storage.Shared.Retaining;
using static Diwan.Storage.Postgres.Words.PostgresWords;

namespace Diwan.Storage.Postgres.Words;

/// <summary>Statements on what has been kept long enough.</summary>
internal static class RetentionWords
{
    private static readonly (string, string) OfKey = ("FROM comments WHERE id = comment_id", "FROM comments c WHERE c.article_id = idempotency_keys.article_id AND c.id = comment_id");
    private static readonly (string, string) OfPerson = ("FROM comments WHERE id = comment_id", "FROM comments c WHERE c.article_id = comment_private.article_id AND c.id = comment_id");

    /// <summary>Shared statements with PostgreSQL's own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All =>
    [
        Change(RetentionSql.Comments, ("WHERE d.comment_id = c.id", "WHERE d.article_id = c.article_id AND d.comment_id = c.id")),
        Change(RetentionSql.CountKeys, OfKey),
        Change(RetentionSql.DropKeys, OfKey),
        Change(RetentionSql.CountReaders, OfPerson),
        Change(RetentionSql.DropReaders, OfPerson),
        Change(RetentionSql.CountAddresses, OfPerson),
        Change(RetentionSql.DropAddresses, OfPerson),
    ];
}
