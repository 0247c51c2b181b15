using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Shared.Retaining;

/// <summary>Finds and drops what has been kept long enough.</summary>
internal sealed class RetentionStore(Database database) : IRetentionStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommentsAsync(CommentStatus status, DateTimeOffset before, string after, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        return database.ReadAsync<IReadOnlyList<string>>(
            session => session.All(
                RetentionSql.Comments, row => row.Text(0),
                ("@status", (long)status), ("@before", before.UtcTicks), ("@after", after), ("@limit", limit)),
            ct);
    }

    /// <inheritdoc/>
    public Task<int> DropTracesAsync(DateTimeOffset before, bool isDryRun, CancellationToken ct = default) => isDryRun
        ? CountAsync(before, ct, RetentionSql.CountFingerprints, RetentionSql.CountKeys, RetentionSql.CountReaders)
        : database.WriteAsync(
            session =>
            {
                var dropped = Run(session, RetentionSql.DropFingerprints, before) + Run(session, RetentionSql.DropKeys, before)
                    + Run(session, RetentionSql.DropReaders, before);
                session.Execute(RetentionSql.DropEmpty);
                return dropped;
            },
            ct);

    /// <inheritdoc/>
    public Task<int> DropUnconfirmedAsync(DateTimeOffset before, bool isDryRun, CancellationToken ct = default) => isDryRun
        ? CountAsync(before, ct, RetentionSql.CountUnconfirmed)
        : database.WriteAsync(
            session =>
            {
                Run(session, RetentionSql.TakeOffUnconfirmed, before);
                return Run(session, RetentionSql.DropUnconfirmed, before);
            },
            ct);

    /// <inheritdoc/>
    public Task<int> DropAddressesAsync(DateTimeOffset before, bool isDryRun, CancellationToken ct = default) => isDryRun
        ? CountAsync(before, ct, RetentionSql.CountAddresses)
        : database.WriteAsync(
            session =>
            {
                var dropped = Run(session, RetentionSql.DropAddresses, before);
                session.Execute(RetentionSql.DropOrphans);
                return dropped;
            },
            ct);

    private Task<int> CountAsync(DateTimeOffset before, CancellationToken ct, params string[] statements) => database.ReadAsync(
        session => statements.Sum(sql => (int)(session.Number(sql, ("@before", before.UtcTicks)) ?? 0)), ct);

    private static int Run(Session session, string sql, DateTimeOffset before) => session.Execute(sql, ("@before", before.UtcTicks));
}
