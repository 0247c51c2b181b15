using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Storage.Shared.Comments;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Mail;

namespace Diwan.Storage.Shared.Appeals;

/// <summary>Keeps appeals.</summary>
internal sealed class AppealStore(Database database) : IAppealStore
{
    /// <inheritdoc/>
    public Task<bool> AddAsync(Appeal appeal, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            if (session.First(AppealSql.Known, row => row.Text(0), ("@comment", appeal.CommentId), ("@version", appeal.Version)) is not null) return false;
            var entry = LedgerWriter.Append(session, LedgerKind.Appeal, appeal.Id, LedgerRecord.Appeal(appeal));
            session.Execute(
                AppealSql.Insert,
                ("@id", appeal.Id), ("@comment", appeal.CommentId), ("@version", appeal.Version), ("@text", appeal.Text), ("@at", appeal.At.UtcTicks),
                ("@entry", entry));
            return true;
        },
        ct);

    /// <inheritdoc/>
    public Task<Appeal?> FindAsync(string appealId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(AppealSql.Find, AppealRows.Appeal, ("@id", appealId)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Appeal>> OfCommentAsync(string commentId, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<Appeal>>(session => session.All(AppealSql.OfComment, AppealRows.Appeal, ("@comment", commentId)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Appeal>> OpenAsync(int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 200);
        return database.ReadAsync<IReadOnlyList<Appeal>>(session => session.All(AppealSql.Open, AppealRows.Appeal, ("@limit", limit)), ct);
    }

    /// <inheritdoc/>
    public Task<int> CountOpenAsync(CancellationToken ct = default) =>
        database.ReadAsync(session => (int)(session.Number(AppealSql.CountOpen) ?? 0), ct);

    /// <inheritdoc/>
    public Task<bool> CloseAsync(string appealId, AppealOutcome outcome, Decision? approval, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            if (session.First(AppealSql.Find, AppealRows.Appeal, ("@id", appealId)) is not { Outcome: null } appeal) return false;
            var comment = session.First(CommentSql.Find, CommentRows.Comment, ("@id", appeal.CommentId));
            if (comment is not { Status: CommentStatus.Rejected } || comment.Version != appeal.Version) return false;

            var salt = Leaf.NewKey();
            var digest = LedgerRecord.ReasonDigest(outcome.Reason, salt);
            var entry = LedgerWriter.Append(session, LedgerKind.AppealOutcome, appealId, LedgerRecord.AppealOutcome(appealId, outcome, digest));
            session.Execute(
                AppealSql.Close,
                ("@id", appealId), ("@at", outcome.At.UtcTicks), ("@overturned", outcome.IsOverturned ? 1L : 0L), ("@account", outcome.AccountId),
                ("@same", outcome.IsSamePerson ? 1L : 0L), ("@reason", outcome.Reason), ("@digest", digest), ("@salt", salt),
                ("@entry", entry));
            if (approval is not null && !CommentWriter.Append(session, approval, CommentStatus.Approved, StoredJson.Write(approval.Reasons, StoredJson.Reasons)))
                throw new InvalidOperationException("The comment moved on within the transaction.");
            MailWriter.OrderAppealOutcome(session, appeal, outcome, approval);
            return true;
        },
        ct);
}
