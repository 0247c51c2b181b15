using Npgsql;

namespace Diwan.Storage.Postgres;

/// <summary>Pools of connections, bounded: to whichever host is the primary, and to the replica where there is one.</summary>
internal sealed class PostgresSources : IAsyncDisposable
{
    // Besides the readers: the writer, the listener, and what runs now and then.
    private const int Others = 6;

    /// <summary>Opens nothing yet.</summary>
    public PostgresSources(PostgresStoreOptions options)
    {
        Primary = new NpgsqlDataSourceBuilder(Settings(options.Primary, options).ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
        if (options.Replica is { } replica)
            Replica = new NpgsqlDataSourceBuilder(Settings(replica, options).ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.PreferStandby);
    }

    /// <summary>To the database that takes writes.</summary>
    public NpgsqlDataSource Primary { get; }

    /// <summary>To a copy for readers; null where there is none.</summary>
    public NpgsqlDataSource? Replica { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Primary.DisposeAsync();
        if (Replica is not null) await Replica.DisposeAsync();
    }

    private static NpgsqlConnectionStringBuilder Settings(PostgresAddress address, PostgresStoreOptions options) => new(address.Settings.ConnectionString)
    {
        ApplicationName = "diwan",
        MaxPoolSize = options.Readers + Others,
        // Statements are few and stay: each is prepared when it is asked the second time.
        MaxAutoPrepare = 200,
        AutoPrepareMinUsages = 2,
        Timeout = 3,
        CancellationTimeout = 2_000,
        // Which host is the primary is asked each time: one broken connection would else keep the whole node from connecting for as long as it is remembered.
        HostRecheckSeconds = 0,
        // Asked for and refused, it is a second try to connect, and that one waits without end for a host that does not answer (Npgsql 10).
        GssEncryptionMode = GssEncryptionMode.Disable,
        TcpKeepAlive = true,
        TcpKeepAliveTime = 5,
        TcpKeepAliveInterval = 2,
        KeepAlive = 5,
        // A name of another database's error tells enough; its rows may hold what is nobody's business.
        IncludeErrorDetail = false,
    };
}
