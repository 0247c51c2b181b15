using Diwan.Comments.Stores;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Retaining;

namespace Diwan.Storage.Sqlite.Retaining;

/// <summary>Erasures beside a SQLite database: the list is a file of its own, so that it survives the database it is about.</summary>
internal sealed class SqliteErasureStore(Database database, SqliteStoreOptions options) : IErasureStore
{
    private readonly ErasureList _list = new(options.Folder);

    /// <inheritdoc/>
    public Task NoteAsync(string subject, DateTimeOffset at, CancellationToken ct = default) => Task.Run(() => _list.Add(subject, at), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken ct = default) => _list.ReadAsync(ct);

    /// <inheritdoc/>
    public Task<bool> ScrubAsync(CancellationToken ct = default) => Task.Run(
        () =>
        {
            using var session = SqliteSession.Open(options.DatabasePath, readOnly: false, options.LockTimeout);
            // 0: everything in the log is in the database, and the log is empty.
            return session.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        },
        ct);

    /// <inheritdoc/>
    public Task<bool> IsHeldAsync(string commentId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.Number(ErasureSql.IsHeld, ("@id", commentId)) is not null, ct);

    /// <inheritdoc/>
    public Task SetHoldAsync(string commentId, string accountId, bool isHeld, DateTimeOffset at, CancellationToken ct = default) => database.WriteAsync(
        session => isHeld
            ? session.Execute(ErasureSql.Hold, ("@id", commentId), ("@account", accountId), ("@at", at.UtcTicks))
            : session.Execute(ErasureSql.Release, ("@id", commentId)),
        ct);
}
