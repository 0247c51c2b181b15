using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Appeals;
using Diwan.Storage.Shared.Comments;
using Diwan.Storage.Shared.Reading;

namespace Diwan.Storage.Shared.Desk;

/// <summary>Keeps what the desk works on.</summary>
internal sealed class DeskStore(Database database) : IDeskStore
{
    /// <inheritdoc/>
    public Task<QueuePage> QueueAsync(QueueQuery query, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 200);
        var list = $"queue:{query.Queue}:{query.Order}:{query.ArticleId}";
        var start = query.After is null ? QueueSql.Start(query.Order) : database.Cursors.Read(list, query.After);
        return database.ReadAsync(
            session =>
            {
                var rows = session.All(
                    QueueSql.Page(query.Queue, query.Order, query.ArticleId is not null),
                    row => (Comment: CommentRows.Comment(row), Position: new Position(row.Number(14), row.Number(15), row.Text(0))),
                    ("@article", query.ArticleId), ("@rank", start.Rank), ("@at", start.At), ("@id", start.Id), ("@limit", query.Limit + 1));
                var next = rows.Count > query.Limit ? database.Cursors.Write(list, rows[query.Limit - 1].Position) : null;
                return new QueuePage([.. rows.Take(query.Limit).Select(row => row.Comment)], next);
            },
            ct);
    }

    /// <inheritdoc/>
    public Task<QueueCounts> CountsAsync(CancellationToken ct = default) => database.ReadTogetherAsync(
        session => new QueueCounts((int)(session.Number(DeskSql.CountPending) ?? 0), (int)(session.Number(DeskSql.CountReported) ?? 0),
            (int)(session.Number(AppealSql.CountOpen) ?? 0)), ct);

    /// <inheritdoc/>
    public Task<AuthorRecord> AuthorRecordAsync(string commentId, CancellationToken ct = default) => database.ReadAsync(
        session => session.First(DeskSql.AuthorRecord, row => new AuthorRecord(row.Count(0), row.Count(1)), ("@id", commentId))!, ct);

    /// <inheritdoc/>
    public Task<string> ClaimAsync(string commentId, string accountId, DateTimeOffset now, DateTimeOffset until, CancellationToken ct = default) =>
        database.WriteAsync(
            session =>
            {
                session.Execute(
                    DeskSql.Claim, ("@comment", commentId), ("@account", accountId), ("@until", until.UtcTicks), ("@now", now.UtcTicks));
                return session.First(DeskSql.ClaimHolder, row => row.Text(0), ("@comment", commentId))!;
            },
            ct);

    /// <inheritdoc/>
    public Task ReleaseAsync(string commentId, string accountId, CancellationToken ct = default) =>
        database.WriteAsync(session => session.Execute(DeskSql.Release, ("@comment", commentId), ("@account", accountId)), ct);

    /// <inheritdoc/>
    public Task<bool> AddReportAsync(Report report, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            var added = session.Execute(
                DeskSql.AddReport,
                ("@id", report.Id), ("@comment", report.CommentId), ("@guideline", report.Guideline), ("@note", report.Note),
                ("@reporter", report.ReporterKey), ("@at", report.At.UtcTicks));
            if (added == 0) return false;
            session.Execute(DeskSql.MarkReported, ("@comment", report.CommentId), ("@at", report.At.UtcTicks));
            return true;
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> WasReportedAsync(string commentId, DateTimeOffset before, CancellationToken ct = default) => database.ReadAsync(
        session => session.Number(DeskSql.WasReported, ("@comment", commentId), ("@before", before.UtcTicks)) is not null, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Report>> OpenReportsAsync(string commentId, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<Report>>(
            session => session.All(
                DeskSql.OpenReports,
                row => new Report(row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.TextOrNull(4), row.Time(5)),
                ("@comment", commentId)),
            ct);

    /// <inheritdoc/>
    public Task<int> DismissReportsAsync(string commentId, string accountId, DateTimeOffset at, CancellationToken ct = default) =>
        database.WriteAsync(
            session =>
            {
                var closed = session.Execute(DeskSql.CloseReports, ("@comment", commentId), ("@account", accountId), ("@at", at.UtcTicks));
                if (closed > 0) session.Execute(DeskSql.UnmarkReported, ("@comment", commentId));
                return closed;
            },
            ct);
}
