using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Retaining;

namespace Diwan.Storage.Sqlite.Retaining;

/// <summary>Erasures beside a SQLite database: the list lies in the data folder.</summary>
internal sealed class SqliteErasureStore(Database database, SqliteStoreOptions options) : ErasureStore(database, options.Folder)
{
    /// <inheritdoc/>
    public override Task<bool> ScrubAsync(CancellationToken ct = default) => Task.Run(
        () =>
        {
            using var session = SqliteSession.Open(options.DatabasePath, readOnly: false, options.LockTimeout);
            // 0: everything in the log is in the database, and the log is empty.
            return session.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        },
        ct);
}
