using System.Globalization;
using System.Text;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Retaining;

namespace Diwan.Storage.Sqlite.Retaining;

/// <summary>Erasures beside a SQLite database: the list is a file of its own, so that it survives the database it is about.</summary>
internal sealed class SqliteErasureStore(Database database, SqliteStoreOptions options) : IErasureStore
{
    /// <summary>Name of the list in the data folder: a time, and a comment's id or an address's digest, on each line.</summary>
    public const string FileName = "erasures.txt";

    private readonly Lock _turn = new();

    private string List => Path.Combine(options.Folder, FileName);

    /// <inheritdoc/>
    public Task NoteAsync(string subject, DateTimeOffset at, CancellationToken ct = default) => Task.Run(
        () =>
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {subject}\n");
            lock (_turn)
            {
                // Appending is one write: two processes do not mix their lines.
                using var file = new FileStream(List, PrivateFolder.Append(UnixFileMode.UserRead | UnixFileMode.UserWrite));
                file.Write(Encoding.ASCII.GetBytes(line));
                file.Flush(flushToDisk: true);
            }
        },
        ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct = default)
    {
        if (!File.Exists(List)) return [];
        var lines = await File.ReadAllLinesAsync(List, ct);
        return [.. lines.Select(line => line.Split(' ', 2)).Where(parts => parts.Length == 2).Select(parts => parts[1]).Distinct()];
    }

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
