using System.Globalization;
using Diwan.Comments.Ledger;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Comments;
using Diwan.Storage.Shared.Ledger;

namespace Diwan.Storage.Sqlite;

/// <summary>Takes what a site had before it kept a ledger into the ledger, once, when the database is opened.</summary>
internal static class LedgerBackfill
{
    /// <summary>Appends an entry for every older row, policies first, then comments, then decisions.</summary>
    /// <returns>True when there was anything to append.</returns>
    public static bool Run(Session session)
    {
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            var before = session.Number(LedgerSql.Size);
            foreach (var (seq, record) in session.All(LedgerSql.OlderPolicies, row => (row.Number(0), LedgerRecord.Policy(row.Text(1), row.Text(2), row.Time(3)))))
            {
                var index = LedgerWriter.Append(session, LedgerKind.Policy, seq.ToString(CultureInfo.InvariantCulture), record);
                session.Execute(LedgerSql.MarkPolicy, ("@idx", index), ("@ref", seq));
            }

            foreach (var comment in session.All(LedgerSql.OlderComments, CommentRows.Comment))
            {
                var index = LedgerWriter.Append(session, LedgerKind.Submission, comment.Id, LedgerRecord.Submission(comment));
                session.Execute(LedgerSql.MarkComment, ("@idx", index), ("@ref", comment.Id));
                if (comment.Status is Diwan.Comments.Submitting.CommentStatus.Erased) session.Execute(CommentSql.ForgetKeys, ("@id", comment.Id));
            }

            foreach (var (id, record) in session.All(LedgerSql.OlderDecisions, row => (row.Text(0), LedgerRecord.Decision(CommentRows.Decision(row), row.Text(5)))))
            {
                var index = LedgerWriter.Append(session, LedgerKind.Decision, id, record);
                session.Execute(LedgerSql.MarkDecision, ("@idx", index), ("@ref", id));
            }

            session.Execute("COMMIT");
            return session.Number(LedgerSql.Size) != before;
        }
        catch
        {
            session.Execute("ROLLBACK");
            throw;
        }
    }
}
