using Diwan.Storage.Migrations;
using Npgsql;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>What PostgreSQL alone can be asked, and refuses; and that both databases have the same versions.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("TRUNCATE comments CASCADE")]
    [InlineData("TRUNCATE decisions")]
    [InlineData("TRUNCATE ledger")]
    public async Task No_statement_empties_a_table_of_what_was_said_decided_or_recorded(string sql)
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        Assert.True(under.IsRefusal(Assert.Throws<PostgresException>(() => under.Run(sql))));
    }

    [Fact]
    public void Both_databases_have_a_script_for_every_number() =>
        Assert.Equal(MigrationScripts.Of("Sqlite").Select(script => script.Number), MigrationScripts.Of("Postgres").Select(script => script.Number));

    [Fact]
    public async Task Many_nodes_that_open_one_empty_database_at_once_make_one_schema_and_one_set_of_keys()
    {
        var cluster = await PostgresCluster.GetAsync();
        var address = await cluster.NewDatabaseAsync(isEmpty: true);
        using var folder = new TemporaryFolder();
        var key = new byte[32];
        var stores = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => Storage.Postgres.PostgresStore.OpenAsync(
            new() { Primary = Storage.Postgres.PostgresAddress.Parse(address), Folder = Path.Combine(folder.Path, $"node-{number}"), ClusterKey = key, Readers = 2 },
            TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance)));
        Assert.Single(stores.Select(store => Convert.ToHexString(store.Keys.Get("receipts"))).Distinct());
        foreach (var store in stores) await store.DisposeAsync();
        await cluster.DropDatabaseAsync(address);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        under.Run("UPDATE schema_version SET version = 9999");
        await Assert.ThrowsAsync<StoreVersionException>(() => under.OpenNodeAsync());
    }
}
