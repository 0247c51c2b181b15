using Diwan.Comments.Stores;
using Diwan.Storage.Migrations;
using Diwan.Storage.Sqlite.Accounts;
using Diwan.Storage.Sqlite.Appeals;
using Diwan.Storage.Sqlite.Articles;
using Diwan.Storage.Sqlite.Changes;
using Diwan.Storage.Sqlite.Comments;
using Diwan.Storage.Sqlite.Desk;
using Diwan.Storage.Sqlite.Ledger;
using Diwan.Storage.Sqlite.Log;
using Diwan.Storage.Sqlite.Mail;
using Diwan.Storage.Sqlite.Policies;
using Diwan.Storage.Sqlite.Reading;
using Diwan.Storage.Sqlite.Retaining;
using Diwan.Storage.Sqlite.Suggestions;
using Diwan.Storage.Sqlite.Writing;
using Microsoft.Extensions.Logging;

namespace Diwan.Storage.Sqlite;

/// <summary>One site's whole store: a folder with a SQLite file, pictures and keys. Any number of processes may have it open.</summary>
public sealed class SqliteStore : IAsyncDisposable
{
    private readonly SqliteStoreOptions _options;
    private readonly Database _database;
    private readonly SqliteChangeFeed _changes;

    private SqliteStore(SqliteStoreOptions options, SiteKeys keys, Session writing, TimeProvider clock, ILoggerFactory logs)
    {
        _options = options;
        Keys = keys;
        _changes = new(Session.Open(options.DatabasePath, readOnly: true, options.LockTimeout), clock);
        var ledgerKeys = new LedgerKeys(keys, clock);
        var sealer = new LedgerSealer(ledgerKeys);
        _database = new(
            new ReaderPool(options),
            new GroupWriter(writing, sealer, options, clock, _changes.Signal, logs.CreateLogger<GroupWriter>()),
            new CursorCodec(keys.Get("cursors")));
        Articles = new SqliteArticleStore(_database);
        Comments = new SqliteCommentStore(_database, sealer);
        Desk = new SqliteDeskStore(_database);
        Accounts = new SqliteAccountStore(_database);
        Policies = new SqlitePolicyStore(_database);
        Suggestions = new SqliteSuggestionStore(_database);
        Appeals = new SqliteAppealStore(_database);
        Ledger = new SqliteLedgerStore(_database, ledgerKeys, sealer);
        Erasures = new SqliteErasureStore(_database, options);
        Retention = new SqliteRetentionStore(_database);
        Log = new SqliteLogStore(_database);
        Mail = new SqliteMailStore(_database);
        Media = new MediaFolder(options.Folder);
    }

    /// <summary>Articles.</summary>
    public IArticleStore Articles { get; }

    /// <summary>Comments with their judgements and decisions.</summary>
    public ICommentStore Comments { get; }

    /// <summary>What the desk works on.</summary>
    public IDeskStore Desk { get; }

    /// <summary>Desk accounts, one-time links and tokens.</summary>
    public IAccountStore Accounts { get; }

    /// <summary>Policies.</summary>
    public IPolicyStore Policies { get; }

    /// <summary>What other systems suggest that comments should have scored.</summary>
    public ISuggestionStore Suggestions { get; }

    /// <summary>Appeals and what came of them.</summary>
    public IAppealStore Appeals { get; }

    /// <summary>The append-only record of all of it.</summary>
    public ILedgerStore Ledger { get; }

    /// <summary>What erasing needs besides the comments themselves.</summary>
    public IErasureStore Erasures { get; }

    /// <summary>What has been kept long enough.</summary>
    public IRetentionStore Retention { get; }

    /// <summary>Counts of what was decided.</summary>
    public ILogStore Log { get; }

    /// <summary>Addresses, and mails that are to be sent.</summary>
    public IMailStore Mail { get; }

    /// <summary>Pictures.</summary>
    public IMediaStore Media { get; }

    /// <summary>What the writer of this process has done so far.</summary>
    public WriteFigures Writes => _database.Writer.Figures;

    /// <summary>What any process has changed.</summary>
    public IChangeFeed Changes => _changes;

    /// <summary>The site's secret keys.</summary>
    public SiteKeys Keys { get; }

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
        var store = new SqliteStore(options, new SiteKeys(options.Folder), writing, clock, logs);
        // The next commit signs what was appended; an empty one will do.
        if (isBackfilled) await store._database.WriteAsync(_ => true, ct);
        return store;
    }

    /// <summary>Copies the database as it is at one moment, while it is in use, to a file that is not there yet.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public Task BackupAsync(string path, CancellationToken ct = default) => Task.Run(() => SqliteBackup.Run(_options, path), ct);

    /// <summary>Reads the whole database and checks that it is sound.</summary>
    /// <exception cref="StoreDamagedException">It is not.</exception>
    public Task CheckAsync(CancellationToken ct = default) => Task.Run(() => SqliteCheck.Run(_options), ct);

    /// <summary>Writes what waits, moves the write-ahead log into the database and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _database.Writer.DisposeAsync();
        _changes.Dispose();
        _database.Readers.Dispose();
    }

    private static (Session Session, bool IsBackfilled) Prepare(SqliteStoreOptions options)
    {
        if (!File.Exists(options.DatabasePath))
            new FileStream(options.DatabasePath, PrivateFolder.NewFile(UnixFileMode.UserRead | UnixFileMode.UserWrite)).Dispose();

        var session = Session.Open(options.DatabasePath, readOnly: false, options.LockTimeout);
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
