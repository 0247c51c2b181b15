using System.Data.Common;
using Diwan.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>A PostgreSQL store in a database of its own.</summary>
internal sealed class PostgresUnderTest : StoreUnderTest
{
    private PostgresStore? _store;

    public override PostgresStore Store => _store!;

    public string Address { get; private set; } = "";

    public static async Task<PostgresUnderTest> OpenAsync(TimeProvider clock)
    {
        var under = new PostgresUnderTest();
        await under.BeginAsync(clock);
        return under;
    }

    public override async Task BeginAsync(TimeProvider clock)
    {
        Address = await (await PostgresCluster.GetAsync()).NewDatabaseAsync();
        _store = await OpenNodeAsync(clock);
    }

    /// <summary>One more node of the same cluster; <paramref name="before"/> names a host that it asks before the real one.</summary>
    public Task<PostgresStore> OpenNodeAsync(TimeProvider? clock = null, string? before = null) => PostgresStore.OpenAsync(
        new() { Primary = PostgresAddress.Parse(before is null ? Address : Address.Replace("@", $"@{before},", StringComparison.Ordinal)), Folder = Folder, Readers = 3 }, clock ?? TimeProvider.System, NullLoggerFactory.Instance);

    public override int Run(string sql)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteNonQuery();
    }

    public override int Tamper(string sql) => Run($"SET session_replication_role = replica; {sql}");

    // Class 23 of the codes: a constraint was violated.
    public override bool IsRefusal(DbException exception) => exception is PostgresException { SqlState: ['2', '3', ..] };

    public NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(PostgresCluster.ConnectionString(Address));
        connection.Open();
        return connection;
    }

    protected override async Task DropAsync() => await (await PostgresCluster.GetAsync()).DropDatabaseAsync(Address);
}
