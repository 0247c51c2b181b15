using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Diwan.Storage.Migrations;
using Npgsql;

[assembly: AssemblyFixture(typeof(Diwan.Storage.Tests.Postgres.PostgresCluster))]

namespace Diwan.Storage.Tests.Postgres;

/// <summary>A PostgreSQL server of the tests' own, from Debian's package, in a temporary folder on a free port of this machine; started when the first test asks for it.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Template = "diwan_template";

    private static readonly SemaphoreSlim Turn = new(1);
    private static readonly string Binaries =
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).Order(StringComparer.Ordinal).LastOrDefault() ?? ""
            : "";

    private static PostgresCluster? _started;

    private string _folder = "";
    private int _port;
    private int _databases;

    /// <summary>The server; skips the test where there is none, and fails it where there must be one.</summary>
    public static async Task<PostgresCluster> GetAsync()
    {
        if (!File.Exists(Path.Combine(Binaries, "initdb")))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "PostgreSQL is not installed: apt-get install postgresql");
            Assert.Fail("PostgreSQL is not installed, and CI must have it.");
        }

        await Turn.WaitAsync();
        try
        {
            return _started ??= await StartAsync();
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Address of a new database with all of the schema.</summary>
    public async Task<string> NewDatabaseAsync(bool isEmpty = false)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _databases)}");
        // One at a time: a template may have no other guest.
        await Turn.WaitAsync();
        try
        {
            await RunAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {(isEmpty ? "template0" : Template)}");
        }
        finally
        {
            Turn.Release();
        }

        return $"postgres://postgres@127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{name}";
    }

    public async Task DropDatabaseAsync(string address) => await RunAsync("postgres", $"DROP DATABASE {address[(address.LastIndexOf('/') + 1)..]} WITH (FORCE)");

    /// <summary>Lets nobody in any more, and ends the connections there are.</summary>
    public async Task RefuseAsync(string address)
    {
        var name = address[(address.LastIndexOf('/') + 1)..];
        await RunAsync("postgres", $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await RunAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    public static string ConnectionString(string address) => Storage.Postgres.PostgresAddress.Parse(address).Settings.ConnectionString + ";Pooling=false";

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _started, null) is not { } started) return;
        await started.ControlAsync("pg_ctl", "-D", Path.Combine(started._folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(started._folder, recursive: true);
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster { _folder = Directory.CreateTempSubdirectory("diwan-pg-").FullName, _port = FreePort() };
        var data = Path.Combine(cluster._folder, "data");
        if (IsRoot) await ExecuteAsync("chown", "postgres", cluster._folder);
        await cluster.ControlAsync("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await File.AppendAllTextAsync(
            Path.Combine(data, "postgresql.conf"),
            string.Create(CultureInfo.InvariantCulture, $"""

            listen_addresses = '127.0.0.1'
            port = {cluster._port}
            unix_socket_directories = '{cluster._folder}'
            max_connections = 300
            shared_buffers = 128MB
            # The machine is not switched off while the tests run.
            fsync = off
            full_page_writes = off
            """));
        await cluster.ControlAsync("pg_ctl", "-D", data, "-l", Path.Combine(cluster._folder, "log"), "-w", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await cluster.RunAsync("postgres", $"CREATE DATABASE {Template} TEMPLATE template0");
        await using var source = NpgsqlDataSource.Create(cluster.Connection(Template));
        await PostgresMigrator.RunAsync(source, CancellationToken.None);
        return cluster;
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Connection(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Pooling=false");

    private async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Connection(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // PostgreSQL refuses to run as root: Debian's own account for it does.
    private Task ControlAsync(string program, params string[] arguments) => IsRoot
        ? ExecuteAsync("runuser", ["-u", "postgres", "--", Path.Combine(Binaries, program), .. arguments])
        : ExecuteAsync(Path.Combine(Binaries, program), arguments);

    private static async Task ExecuteAsync(string program, params string[] arguments)
    {
        // Output goes nowhere: the server would inherit a pipe and hold it open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "cd / && exec \"$@\" </dev/null >/dev/null 2>&1", "sh", program }, UseShellExecute = false,
        }.With(arguments))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Arguments of a process, added in a row.</summary>
internal static class ProcessArguments
{
    public static ProcessStartInfo With(this ProcessStartInfo start, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }
}
