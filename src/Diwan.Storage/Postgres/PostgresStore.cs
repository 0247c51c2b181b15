using Diwan.Comments.Stores;
using Diwan.Storage.Migrations;
using Diwan.Storage.Postgres.Changes;
using Diwan.Storage.Postgres.Reading;
using Diwan.Storage.Postgres.Sharing;
using Diwan.Storage.Postgres.Writing;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Reading;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Diwan.Storage.Postgres;

/// <summary>One site's whole store in PostgreSQL, as one of any number of nodes has it open.</summary>
public sealed class PostgresStore : SiteStore
{
    private readonly PostgresSources _sources;
    private readonly PostgresDatabase _database;
    private readonly PostgresReaders _readers;
    private readonly PostgresReaders? _replica;
    private readonly PublishedGate? _gate;
    private readonly PostgresChangeFeed _changes;
    private readonly INodeSignal? _signal;

    private PostgresStore(
        PostgresStoreOptions options, PostgresSources sources, byte[] clusterKey, PostgresReaders readers, PostgresReaders? replica, PublishedGate? gate,
        PostgresDatabase database, PostgresChangeFeed changes, SiteKeys keys, LedgerKeys ledgerKeys, LedgerSealer sealer)
        : base(keys, database, ledgerKeys, sealer)
    {
        (_sources, _readers, _replica, _gate, _database, _changes, _signal) = (sources, readers, replica, gate, database, changes, options.Signal);
        Erasures = new PostgresErasureStore(database, sources.Primary, options.Folder);
        Media = new PostgresMedia(sources.Primary, readers);
        ProtectionKeys = new PostgresProtectionKeys(sources.Primary, clusterKey);
        Quotas = new PostgresQuotas(readers);
        Jobs = new PostgresJobs(sources.Primary);
    }

    /// <inheritdoc/>
    public override WriteFigures Writes => _database.Writer.Figures;

    /// <inheritdoc/>
    public override IChangeFeed Changes => _changes;

    /// <summary>Connections to the primary, for what moves a whole site.</summary>
    internal NpgsqlDataSource Source => _sources.Primary;

    /// <summary>Opens the store; makes its tables when they are not there, and brings them to the newest version.</summary>
    /// <exception cref="StoreVersionException">A newer program has written it.</exception>
    /// <exception cref="ClusterKeyException">This node has not the cluster's key.</exception>
    /// <exception cref="StoreBusyException">No host of the address answers as a primary.</exception>
    public static async Task<PostgresStore> OpenAsync(
        PostgresStoreOptions options, TimeProvider clock, ILoggerFactory logs, CancellationToken ct = default)
    {
        PrivateFolder.Create(options.Folder);
        var sources = new PostgresSources(options);
        try
        {
            await PostgresMigrator.RunAsync(sources.Primary, ct);
            var clusterKey = await ClusterKey.FindAsync(options, sources.Primary, ct);
            return await MakeAsync(options, sources, clusterKey, clock, logs, ct);
        }
        catch (Exception exception)
        {
            await sources.DisposeAsync();
            // The driver's message names the host at most.
            if (PostgresFaults.IsAway(exception)) throw new StoreBusyException($"{options.Primary.Shown} does not answer: {exception.GetBaseException().Message}", exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task CheckAsync(CancellationToken ct = default)
    {
        // PostgreSQL keeps references whole by itself; what the program counts is counted again.
        var wrong = await _database.ReadAsync(session => session.All(CountedWrong, row => row.Text(0)), ct);
        if (wrong.Count > 0) throw new StoreDamagedException($"comments are counted wrong under {string.Join(", ", wrong)}");
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _changes.DisposeAsync();
        await _database.Writer.DisposeAsync();
        _gate?.Dispose();
        _replica?.Dispose();
        _readers.Dispose();
        await _sources.DisposeAsync();
        if (_signal is IAsyncDisposable signal) await signal.DisposeAsync();
    }

    private const string CountedWrong = """
        SELECT t.article_id FROM thread_totals t
        WHERE t.approved <> (SELECT count(*) FROM comments c WHERE c.article_id = t.article_id AND c.status = 2) ORDER BY 1 LIMIT 10
        """;

    private static async Task<PostgresStore> MakeAsync(
        PostgresStoreOptions options, PostgresSources sources, byte[] clusterKey, TimeProvider clock, ILoggerFactory logs, CancellationToken ct)
    {
        var keys = new PostgresKeys(sources.Primary, clusterKey);
        var cursors = new CursorCodec(keys.Get("cursors"));
        var ledgerKeys = new LedgerKeys(keys, clock);
        var sealer = new LedgerSealer(ledgerKeys);
        var readers = new PostgresReaders(sources.Primary, options);
        var replica = sources.Replica is { } copy ? new PostgresReaders(copy, options) : null;
        var gate = replica is null ? null : new PublishedGate(replica);
        var changes = await PostgresChangeFeed.OpenAsync(readers, sources, clock, gate, options.Signal, ct);
        var writer = new PostgresWriter(sources.Primary, sealer, options, clock, changes.Signal, logs.CreateLogger<PostgresWriter>());
        var database = new PostgresDatabase(readers, replica, gate, writer, cursors);
        return new(options, sources, clusterKey, readers, replica, gate, database, changes, keys, ledgerKeys, sealer);
    }
}
