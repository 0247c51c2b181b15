using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Storage.Shared.Changes;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Mail;

namespace Diwan.Storage.Shared.Comments;

/// <summary>What is written when a comment comes or moves, inside the writer's transaction.</summary>
internal static class CommentWriter
{
    /// <summary>Stores a comment with all that belongs to it.</summary>
    /// <returns>Why nothing was stored, or the place of its entry in the ledger.</returns>
    public static (AddResult? Refusal, long Entry) Add(Session session, NewComment added, string judgement, string reasons)
    {
        var comment = added.Comment;
        if (added.Idempotency is { } key
            && (session.Foreseen is { } seen ? seen.IsKnown(comment.ArticleId, key.Key)
                : session.First(CommentSql.FindKey, row => row.Text(0), ("@article", comment.ArticleId), ("@key", key.Key)) is not null))
            return (new AddResult.KeyKnown(), 0);
        if (session.Foreseen?.IsClosed(comment.ArticleId) ?? session.Number(CommentSql.Closed, ("@article", comment.ArticleId)) is not null)
            return (new AddResult.ThreadClosed(), 0);

        var entry = LedgerWriter.Append(session, LedgerKind.Submission, comment.Id, LedgerRecord.Submission(comment), added.LedgerKey);
        session.Post(
            CommentSql.Insert,
            ("@id", comment.Id), ("@article", comment.ArticleId), ("@parent", comment.ParentId), ("@root", comment.RootId),
            ("@depth", comment.Depth), ("@segment", CommentRows.PathSegment(comment)), ("@author", comment.Author), ("@text", comment.Text),
            ("@hash", comment.Hash), ("@at", comment.At.UtcTicks), ("@language", comment.Language), ("@status", (long)comment.Status),
            ("@version", comment.Version), ("@risk", CommentRows.Risk(added.Judgement)), ("@badge", (long)comment.Badge),
            ("@entry", entry));
        session.Post(CommentSql.InsertJudgement, ("@id", comment.Id), ("@article", comment.ArticleId), ("@body", judgement));
        InsertDecision(session, added.First, comment.ArticleId, reasons);
        session.Post(CommentSql.InsertReceipt, ("@hash", added.ReceiptHash), ("@id", comment.Id), ("@article", comment.ArticleId));
        session.Post(
            CommentSql.InsertFingerprint,
            ("@id", comment.Id), ("@article", comment.ArticleId), ("@author_key", added.AuthorKey), ("@at", comment.At.UtcTicks),
            ("@fingerprint", unchecked((long)added.Judgement.Fingerprint)));
        var email = added.AddressDigest is not { } digest || MailWriter.Note(session, digest, added.Email!, comment.At) ? added.Email : null;
        if (email is not null || added.AuthorKey is not null)
            session.Post(CommentSql.InsertPrivate, ("@id", comment.Id), ("@article", comment.ArticleId), ("@email", email), ("@author_key", added.AuthorKey));
        MailWriter.OrderDecision(session, added.First);
        if (added.Idempotency is { } idempotency)
        {
            session.Post(
                CommentSql.InsertKey,
                ("@article", comment.ArticleId), ("@key", idempotency.Key), ("@id", comment.Id), ("@body_hash", idempotency.BodyHash));
            session.Foreseen?.Use(comment.ArticleId, idempotency.Key);
        }

        if (comment.Status is CommentStatus.Approved)
        {
            CountOne(session, comment.Id, comment.ArticleId, +1);
            ChangeLog.Append(session, ChangeKind.Thread, comment.ArticleId);
        }

        return (null, entry);
    }

    /// <summary>Appends a decision and moves its comment, unless the comment has moved on.</summary>
    public static bool Append(Session session, Decision decision, CommentStatus status, string reasons)
    {
        var before = session.First(
            CommentSql.State,
            row => new State(row.Text(0), (CommentStatus)row.Number(1), row.Count(2), row.Flag(3)), ("@id", decision.CommentId));
        if (before is null || before.Version != decision.Version - 1) return false;

        InsertDecision(session, decision, before.ArticleId, reasons);
        MailWriter.OrderDecision(session, decision);
        if (status is CommentStatus.Erased) Erase(session, decision, before.ArticleId);
        else session.Post(CommentSql.Move, ("@id", decision.CommentId), ("@article", before.ArticleId), ("@status", (long)status), ("@version", decision.Version));

        var change = (status is CommentStatus.Approved ? 1 : 0) - (before.Status is CommentStatus.Approved ? 1 : 0);
        if (change != 0) CountOne(session, decision.CommentId, before.ArticleId, change);
        // What was shown, whole or as a tombstone, or is from now on: the page changes.
        if (before.IsShown || status is CommentStatus.Approved) ChangeLog.Append(session, ChangeKind.Thread, before.ArticleId);
        return true;
    }

    // Everything that could be linked back to the author or guess the text; that a decision happened stays.
    private static readonly string[] Erased =
    [
        MailSql.CancelComment, MailSql.ForgetLast, CommentSql.EraseJudgement, CommentSql.ErasePrivate, CommentSql.EraseFingerprint, CommentSql.EraseKey, CommentSql.EraseNotes,
        CommentSql.EraseReports, CommentSql.EraseAppeals, CommentSql.ForgetKeys,
    ];

    private static void Erase(Session session, Decision decision, string articleId)
    {
        session.Post(CommentSql.Erase, ("@id", decision.CommentId), ("@article", articleId), ("@version", decision.Version));
        foreach (var sql in Erased)
            session.Post(sql, ("@id", decision.CommentId), ("@article", articleId));
    }

    private static void InsertDecision(Session session, Decision decision, string articleId, string reasons)
    {
        var entry = LedgerWriter.Append(session, LedgerKind.Decision, decision.Id, LedgerRecord.Decision(decision, reasons));
        session.Post(
            CommentSql.InsertDecision,
            ("@id", decision.Id), ("@article", articleId), ("@comment", decision.CommentId), ("@version", decision.Version), ("@outcome", (long)decision.Outcome),
            ("@guideline", decision.Guideline), ("@reasons", reasons), ("@decided_by", (long)decision.DecidedBy), ("@account", decision.AccountId),
            ("@note", decision.Note), ("@policy", decision.PolicyVersion), ("@model", decision.ModelVersion), ("@at", decision.At.UtcTicks),
            ("@entry", entry));
    }

    private static void CountOne(Session session, string commentId, string articleId, int change)
    {
        session.Post(CommentSql.CountReplyOfAncestors, ("@id", commentId), ("@article", articleId), ("@change", change));
        session.Post(CommentSql.CountApproved, ("@article", articleId), ("@change", change));
    }

    private sealed record State(string ArticleId, CommentStatus Status, int Version, bool IsShown);
}
