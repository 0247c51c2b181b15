using Diwan.Storage.Shared.Comments;
using static Diwan.Storage.Postgres.Words.PostgresWords;

namespace Diwan.Storage.Postgres.Words;

/// <summary>Statements on comments and what hangs on them, each led to one partition.</summary>
internal static class CommentWords
{
    private const string OfThread = "article_id = @article AND ";

    /// <summary>Shared statements with PostgreSQL's own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All =>
    [
        Change(CommentSql.Find, ("WHERE c.id = @id", $"WHERE c.id = @id AND c.article_id = {ThreadOfId}")),
        Change(CommentSql.FindByReceipt, ("JOIN comments c ON c.id = r.comment_id", "JOIN comments c ON c.article_id = r.article_id AND c.id = r.comment_id")),
        Change(
            CommentSql.Insert,
            ("INSERT INTO comments (", "WITH thread AS (INSERT INTO comment_threads (id, article_id) VALUES (@id, @article))\nINSERT INTO comments ("),
            ("SELECT path FROM comments WHERE id = @parent", "SELECT path FROM comments WHERE article_id = @article AND id = @parent")),
        Change(CommentSql.InsertJudgement, ("(comment_id, body) VALUES (@id, @body)", "(article_id, comment_id, body) VALUES (@article, @id, @body)")),
        Change(CommentSql.InsertDecision, ("decisions (id,", "decisions (article_id, id,"), ("VALUES (@id,", "VALUES (@article, @id,")),
        Change(CommentSql.InsertReceipt, ("(hash, comment_id) VALUES (@hash, @id)", "(hash, article_id, comment_id) VALUES (@hash, @article, @id)")),
        Change(CommentSql.InsertPrivate, ("(comment_id, email,", "(article_id, comment_id, email,"), ("VALUES (@id,", "VALUES (@article, @id,")),
        Change(
            CommentSql.Judgement,
            ("ON f.comment_id = j.comment_id", "ON f.article_id = j.article_id AND f.comment_id = j.comment_id"),
            ("WHERE j.comment_id = @id", $"WHERE j.comment_id = @id AND j.article_id = {ThreadOfId}")),
        Change(CommentSql.Decisions, ("WHERE comment_id = @id", $"WHERE comment_id = @id AND article_id = {ThreadOfId}")),
        Change(CommentSql.State, ("WHERE id = @id", $"WHERE id = @id AND article_id = {ThreadOfId}")),
        Change(CommentSql.Move, ("WHERE ", $"WHERE {OfThread}")),
        Change(CommentSql.Erase, ("WHERE ", $"WHERE {OfThread}")),
        Change(CommentSql.EraseJudgement, ("WHERE ", $"WHERE {OfThread}")),
        Change(CommentSql.ErasePrivate, ("WHERE ", $"WHERE {OfThread}")),
        Change(CommentSql.EraseFingerprint, ("WHERE ", $"WHERE {OfThread}")),
        Change(CommentSql.EraseKey, ("WHERE ", $"WHERE {OfThread}")),
        Change(CommentSql.EraseNotes, ("WHERE ", $"WHERE {OfThread}")),
        Change(CommentSql.ForgetKeys, ("FROM comments WHERE id = @id", "FROM comments WHERE article_id = @article AND id = @id")),
        Change(
            CommentSql.CountReplyOfAncestors,
            ("FROM comments WHERE id = @id", "FROM comments WHERE article_id = @article AND id = @id"),
            ("JOIN comments c ON c.id = a.id", "JOIN comments c ON c.article_id = @article AND c.id = a.id"),
            ("WHERE id IN (SELECT id FROM ancestors)", "WHERE article_id = @article AND id IN (SELECT id FROM ancestors WHERE id IS NOT NULL)")),
        Change(CommentSql.Descendants, ("WHERE c.root_id = @root", "WHERE c.article_id = @article AND c.root_id = @root")),
    ];
}
