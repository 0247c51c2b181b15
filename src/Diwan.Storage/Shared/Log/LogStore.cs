using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Ledger;

namespace Diwan.Storage.Shared.Log;

/// <summary>Counts for the public moderation log, all on one snapshot.</summary>
internal sealed class LogStore(Database database) : ILogStore
{
    /// <inheritdoc/>
    public Task<ModerationLog> ReadAsync(CancellationToken ct = default) => database.ReadTogetherAsync(
        session =>
        {
            var decisions = session.All(
                LogSql.Decisions,
                row => new DecisionCount(row.Text(0), (DecisionOutcome)row.Number(1), (DecidedBy)row.Number(2), row.TextOrNull(3), row.Count(4)));
            var (made, upheld, overturned) = session.All(LogSql.Appeals, row => (row.Count(0), row.Count(1), row.Count(2)))[0];
            var waits = session.Number(LogSql.CountWaits) ?? 0;
            var median = waits == 0 ? null : session.Number(LogSql.Wait, ("@offset", (waits - 1) / 2));
            return new ModerationLog(
                session.Number(LedgerSql.Size) ?? 0, (int)(session.Number(LogSql.Received) ?? 0), decisions, made, upheld, overturned,
                median is { } ticks ? TimeSpan.FromTicks(ticks) : null);
        },
        ct);
}
