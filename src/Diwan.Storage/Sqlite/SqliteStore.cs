using Diwan.Comments.Stores;
using Diwan.Storage.Migrations;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Reading;
using Diwan.Storage.Sqlite.Changes;
using Diwan.Storage.Sqlite.Reading;
using Diwan.Storage.Sqlite.Retaining;
using Diwan.Storage.Sqlite.Writing;
using Microsoft.Extensions.Logging;

namespace Diwan.Storage.Sqlite;

/// <summary>One site's whole store: a folder with a SQLite file, pictures and keys. Any number of processes may have it open.</summary>
public sealed class SqliteStore : SiteStore
{
    private readonly SqliteStoreOptions _options;
    private readonly SqliteDatabase _database;
    private readonly SqliteChangeFeed _changes;

    private SqliteStore(SqliteStoreOptions options, SiteKeys keys, SqliteDatabase database, SqliteChangeFeed changes, LedgerKeys ledgerKeys, LedgerSealer sealer)
        : base(keys, database, ledgerKeys, sealer)
    {
        (_options, _database, _changes) = (options, database, changes);
        Erasures = new SqliteErasureStore(database, options);
        Media = new MediaFolder(options.Folder);
    }

    /// <inheritdoc/>
    public override WriteFigures Writes => _database.Writer.Figures;

    /// <inheritdoc/>
    public override IChangeFeed Changes => _changes;

    /// <summary>Opens the store of a data folder; makes folder and database when they are not there, and brings the database to the newest version.</summary>
    /// <exception cref="StoreVersionException">A newer program has written it.</exception>
    public static async Task<SqliteStore> OpenAsync(
        SqliteStoreOptions options, TimeProvider clock, ILoggerFactory logs, CancellationToken ct = default)
    {
        PrivateFolder.Create(options.Folder);
        var (writing, isBackfilled) = await Task.Run(
            async () =>
            {
                await using (await OpeningLock.TakeAsync(options, ct)) return Prepare(options);
            },
            ct);
        var store = Make(options, writing, clock, logs);
        // The next commit signs what was appended; an empty one will do.
        if (isBackfilled) await store._database.WriteAsync(_ => true, ct);
        return store;
    }

    /// <summary>Copies the database as it is at one moment, while it is in use, to a file that is not there yet.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public Task BackupAsync(string path, CancellationToken ct = default) => Task.Run(() => SqliteBackup.Run(_options, path), ct);

    /// <summary>Reads the whole database and checks that it is sound.</summary>
    /// <exception cref="StoreDamagedException">It is not.</exception>
    public override Task CheckAsync(CancellationToken ct = default) => Task.Run(() => SqliteCheck.Run(_options), ct);

    /// <summary>Writes what waits, moves the write-ahead log into the database and closes it.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _database.Writer.DisposeAsync();
        _changes.Dispose();
        _database.Readers.Dispose();
    }

    private static SqliteStore Make(SqliteStoreOptions options, SqliteSession writing, TimeProvider clock, ILoggerFactory logs)
    {
        var keys = new FolderKeys(options.Folder);
        var changes = new SqliteChangeFeed(SqliteSession.Open(options.DatabasePath, readOnly: true, options.LockTimeout), clock);
        var ledgerKeys = new LedgerKeys(keys, clock);
        var sealer = new LedgerSealer(ledgerKeys);
        var writer = new GroupWriter(writing, sealer, options, clock, changes.Signal, logs.CreateLogger<GroupWriter>());
        return new(options, keys, new(new ReaderPool(options), writer, new CursorCodec(keys.Get("cursors"))), changes, ledgerKeys, sealer);
    }

    private static (SqliteSession Session, bool IsBackfilled) Prepare(SqliteStoreOptions options)
    {
        if (!File.Exists(options.DatabasePath))
            new FileStream(options.DatabasePath, PrivateFolder.NewFile(UnixFileMode.UserRead | UnixFileMode.UserWrite)).Dispose();

        var session = SqliteSession.Open(options.DatabasePath, readOnly: false, options.LockTimeout);
        try
        {
            session.ExecuteScript("PRAGMA journal_mode = WAL");
            // With WAL, FULL is what makes a commit wait for the disk; the default would lose the last ones when power fails.
            session.ExecuteScript("PRAGMA synchronous = FULL");
            session.ExecuteScript("PRAGMA journal_size_limit = 67108864");
            // 16 MiB of log between checkpoints (the default is 4), and 8 MiB of memory for the pages that writing touches (the default is 2).
            session.ExecuteScript("PRAGMA wal_autocheckpoint = 4000");
            session.ExecuteScript("PRAGMA cache_size = -8192");
            // What is erased is overwritten, not merely let go of.
            session.ExecuteScript("PRAGMA secure_delete = ON");
            SqliteMigrator.Run(session);
            return (session, LedgerBackfill.Run(session));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
