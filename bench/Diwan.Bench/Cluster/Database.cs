using System.Globalization;
using System.Security.Cryptography;
using Diwan.Cluster.Tests.Machines;
using Diwan.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Cluster;

/// <summary>PostgreSQL with a synchronous standby in a temporary folder of this machine, with one database for a site.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string Name = "diwan";

    private readonly OpenFolder _folder;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    private Database(OpenFolder folder, PostgresServer primary, PostgresServer standby) => (_folder, Primary, Standby) = (folder, primary, standby);

    /// <summary>Takes the writes.</summary>
    public PostgresServer Primary { get; }

    /// <summary>Each commit waits until it has it on disk too.</summary>
    public PostgresServer Standby { get; }

    /// <summary>What a node is told by its environment.</summary>
    public Dictionary<string, string> Environment => new() { ["DIWAN_STORE"] = Address, ["DIWAN_CLUSTER_KEY"] = Convert.ToHexStringLower(_key) };

    /// <summary>Starts both.</summary>
    public static async Task<Database> StartAsync()
    {
        var folder = new OpenFolder("diwan-bench-");
        var primary = await PostgresServer.PrimaryAsync(folder["primary"]);
        await primary.ExecuteAsync($"CREATE DATABASE {Name}");
        return new(folder, primary, await primary.StandbyAsync(folder["standby"]));
    }

    /// <summary>Opens the site's store as a node does.</summary>
    public Task<PostgresStore> OpenAsync() => PostgresStore.OpenAsync(
        new() { Primary = PostgresAddress.Parse(Address), Folder = _folder["store"], ClusterKey = _key }, TimeProvider.System, NullLoggerFactory.Instance);

    /// <summary>A number that the site's database knows.</summary>
    public async Task<double> AskAsync(string sql) =>
        Convert.ToDouble(await Primary.AskAsync(sql, Name) ?? throw new InvalidDataException($"No answer: {sql}"), CultureInfo.InvariantCulture);

    /// <summary>Bytes of the log of writes so far, which is what goes to a standby.</summary>
    public Task<double> LogBytesAsync() => AskAsync("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");

    /// <summary>Bytes of the site's database on disk.</summary>
    public Task<double> DiskBytesAsync() => AskAsync($"SELECT pg_database_size('{Name}')");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Standby.Dispose();
        Primary.Dispose();
        await _folder.DisposeAsync();
    }

    private string Address => string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{Primary.Port},127.0.0.1:{Standby.Port}/{Name}");
}
