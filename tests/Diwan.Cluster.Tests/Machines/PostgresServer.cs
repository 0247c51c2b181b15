using System.Globalization;
using Npgsql;

namespace Diwan.Cluster.Tests.Machines;

/// <summary>A PostgreSQL server of Debian's package in a folder of its own, on a free port of this machine: a primary, or the synchronous standby of one.</summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>The name by which a primary knows whose word its commits wait for.</summary>
    public const string StandbyName = "standby";

    private readonly string _folder;
    private Daemon? _daemon;

    private PostgresServer(string folder, int port) => (_folder, Port) = (folder, port);

    /// <summary>Where it listens, on 127.0.0.1 alone.</summary>
    public int Port { get; }

    /// <summary>Its data.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>The process; null while it does not run.</summary>
    public Daemon? Process => _daemon;

    /// <summary>Makes an empty primary and starts it.</summary>
    /// <param name="folder">Its own; made when it is not there.</param>
    /// <param name="isSynced">False to leave out the wait for the disk, where no loss of power is tested.</param>
    public static async Task<PostgresServer> PrimaryAsync(string folder, bool isSynced = true)
    {
        var server = Make(folder);
        await server.RunAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(server.Data, "postgresql.conf"), string.Create(CultureInfo.InvariantCulture, $"""

            listen_addresses = '127.0.0.1'
            max_connections = 200
            shared_buffers = 64MB
            wal_level = replica
            max_wal_senders = 10
            wal_log_hints = on
            hot_standby = on
            hot_standby_feedback = on
            synchronous_commit = on
            max_wal_size = 64MB
            min_wal_size = 32MB
            fsync = {(isSynced ? "on" : "off")}
            """));
        await server.StartAsync();
        return server;
    }

    /// <summary>Copies this primary, follows it, and has its commits wait for the copy.</summary>
    public async Task<PostgresServer> StandbyAsync(string folder)
    {
        var standby = Make(folder);
        await standby.CopyAsync(this);
        return standby;
    }

    /// <summary>Becomes the standby of a primary: what it held is replaced by a copy. Returns once the primary's commits wait for it.</summary>
    public async Task CopyAsync(PostgresServer primary)
    {
        // With a slot the primary keeps what the standby has not had, however long that is away.
        await primary.ExecuteAsync($"SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '{StandbyName}'");
        await RunAsync("pg_basebackup", "-h", "127.0.0.1", "-p", Text(primary.Port), "-U", "postgres", "-D", Data, "-X", "stream", "-c", "fast", "-R", "-C", "-S", StandbyName, "--no-sync");
        // The last line of a name counts. Once promoted it waits for nobody until it has a standby of its own.
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.auto.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            primary_conninfo = 'host=127.0.0.1 port={primary.Port} user=postgres application_name={StandbyName}'
            synchronous_standby_names = ''

            """));
        await StartAsync();
        await primary.ExecuteAsync($"ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 ({StandbyName})'");
        await primary.ExecuteAsync("SELECT pg_reload_conf()");
        await primary.StandbyIsBackAsync();
    }

    /// <summary>Returns once this primary's commits wait for a standby that is there.</summary>
    public Task StandbyIsBackAsync() => WaitAsync(HasStandbyAsync, "its standby is synchronous");

    /// <summary>True while this primary's commits wait for a standby that is there.</summary>
    public async Task<bool> HasStandbyAsync() => await AskAsync($"SELECT sync_state FROM pg_stat_replication WHERE application_name = '{StandbyName}'") is "sync";

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        _daemon = Daemon.Start(Log, Programs.AsPostgres(Programs.FindPostgres("postgres")!, "-D", Data, "-p", Text(Port), "-k", _folder));
        await WaitAsync(async () => await AskAsync("SELECT 1") is 1, "it takes connections");
    }

    /// <summary>As if its machine had lost power.</summary>
    public Task KillAsync() => _daemon!.KillAsync();

    /// <summary>Asks it to end at once, in order, whoever is connected.</summary>
    public Task EndAsync() => _daemon!.EndAsync(Daemon.Interrupt);

    /// <summary>Makes a standby the primary. Returns once it says that it is.</summary>
    public async Task PromoteAsync()
    {
        await RunAsync("pg_ctl", "-D", Data, "-w", "-t", "30", "promote");
        await WaitAsync(async () => await AskAsync("SELECT pg_is_in_recovery()") is false, "it is the primary");
    }

    /// <summary>Throws away what it holds; it must not run.</summary>
    public void Forget() => Directory.Delete(Data, recursive: true);

    /// <summary>Asks for one value; null when it does not answer.</summary>
    public async Task<object?> AskAsync(string sql, string database = "postgres")
    {
        try
        {
            await using var connection = await OpenAsync(database);
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 30 };
            return await command.ExecuteScalarAsync();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
        {
            return null;
        }
    }

    /// <summary>Executes a statement.</summary>
    public async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Opens a connection, which the caller closes.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Pooling=false;Timeout=3"));
        await connection.OpenAsync();
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose() => _daemon?.Dispose();

    private string Log => Path.Combine(_folder, "log");

    private static PostgresServer Make(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Programs.IsRoot) Daemon.RunAsync("/dev/null", "chown", "postgres", folder).GetAwaiter().GetResult();
        return new(folder, Ports.Free());
    }

    private Task RunAsync(string program, params string[] arguments) => Daemon.RunAsync(Log, Programs.AsPostgres([Programs.FindPostgres(program)!, .. arguments]));

    private async Task WaitAsync(Func<Task<bool>> isSo, string what)
    {
        await Until.TrueAsync(isSo, $"PostgreSQL on port {Text(Port)}: {what}", TimeSpan.FromSeconds(60), () => _daemon is { IsRunning: false } ? Daemon.Tail(Log) : null);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
