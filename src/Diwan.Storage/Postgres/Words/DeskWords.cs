using Diwan.Storage.Shared.Appeals;
using Diwan.Storage.Shared.Desk;
using Diwan.Storage.Shared.Mail;
using static Diwan.Storage.Postgres.Words.PostgresWords;

namespace Diwan.Storage.Postgres.Words;

/// <summary>Statements of the desk, on appeals and on mail.</summary>
internal static class DeskWords
{
    private const string CommentOfAppeal = "JOIN comments c ON c.id = a.comment_id";
    private const string LedToThread = "JOIN comment_threads t ON t.id = a.comment_id JOIN comments c ON c.article_id = t.article_id AND c.id = a.comment_id";

    /// <summary>Shared statements with PostgreSQL's own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All =>
    [
        Change(
            DeskSql.AuthorRecord,
            ("JOIN comments c ON c.id = other.comment_id", "JOIN comments c ON c.article_id = other.article_id AND c.id = other.comment_id"),
            ("WHERE mine.comment_id = @id", $"WHERE mine.comment_id = @id AND mine.article_id = {ThreadOfId}")),
        Change(DeskSql.MarkReported, ("WHERE ", $"WHERE article_id = {ThreadOfComment} AND ")),
        Change(DeskSql.UnmarkReported, ("WHERE ", $"WHERE article_id = {ThreadOfComment} AND ")),
        Change(AppealSql.Open, (CommentOfAppeal, LedToThread)),
        Change(AppealSql.CountOpen, (CommentOfAppeal, LedToThread)),
        Change(MailSql.Order, ("WHERE p.comment_id = @id", $"WHERE p.comment_id = @id AND p.article_id = {ThreadOfId}")),
        Change(MailSql.ForgetLast, ("FROM comment_private WHERE comment_id = @id", $"FROM comment_private WHERE comment_id = @id AND article_id = {ThreadOfId}")),
    ];
}
