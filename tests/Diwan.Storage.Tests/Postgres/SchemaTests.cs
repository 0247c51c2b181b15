using Diwan.Comments.Submitting;
using Diwan.Storage.Migrations;
using Npgsql;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>What the database itself refuses, whoever asks; and that both databases have the same versions.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("UPDATE comments SET text = 'x'")]
    [InlineData("UPDATE comments SET author = 'x'")]
    [InlineData("UPDATE comments SET hash = 'x'")]
    [InlineData("UPDATE comments SET at = 1")]
    [InlineData("UPDATE comments SET parent_id = id")]
    [InlineData("UPDATE comments SET article_id = 'x'")]
    [InlineData("UPDATE comments SET id = 'x'")]
    [InlineData("UPDATE comments SET language = 'x'")]
    [InlineData("UPDATE comments SET text = ''")]
    [InlineData("UPDATE comments SET status = 5")]
    [InlineData("UPDATE comments SET status = 5, text = '', author = ''")]
    [InlineData("UPDATE comments SET status = 5, text = 'x', author = '', hash = ''")]
    [InlineData("DELETE FROM comments")]
    [InlineData("TRUNCATE comments CASCADE")]
    [InlineData("UPDATE decisions SET outcome = 2")]
    [InlineData("UPDATE decisions SET note = 'x'")]
    [InlineData("DELETE FROM decisions")]
    [InlineData("TRUNCATE decisions")]
    [InlineData("UPDATE ledger SET leaf = decode(repeat('00', 32), 'hex')")]
    [InlineData("DELETE FROM ledger")]
    [InlineData("TRUNCATE ledger")]
    public async Task No_statement_alters_a_comment_a_decision_or_the_ledger(string sql)
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        var comment = await AddAsync(under);
        Assert.Equal("23000", Assert.Throws<PostgresException>(() => under.Run(sql)).SqlState);
        Assert.Equal(comment, await under.Comments.FindAsync(comment.Id));
    }

    [Fact]
    public async Task Erasure_is_the_one_way_out_and_leads_nowhere_else()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await AddAsync(under);
        Assert.Equal(1, under.Run("UPDATE comments SET status = 5, text = '', author = '', hash = ''"));
        Assert.Throws<PostgresException>(() => under.Run("UPDATE comments SET status = 2"));
        Assert.Throws<PostgresException>(() => under.Run("UPDATE comments SET text = 'back'"));
    }

    [Fact]
    public void Both_databases_have_a_script_for_every_number() =>
        Assert.Equal(MigrationScripts.Of("Sqlite").Select(script => script.Number), MigrationScripts.Of("Postgres").Select(script => script.Number));

    [Fact]
    public async Task Many_nodes_that_open_one_empty_database_at_once_make_one_schema_and_one_set_of_keys()
    {
        var cluster = await PostgresCluster.GetAsync();
        var address = await cluster.NewDatabaseAsync(isEmpty: true);
        using var folder = new Sqlite.TemporaryFolder();
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

    private static async Task<Comment> AddAsync(PostgresUnderTest under)
    {
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        var comment = Some.Comment(article.Id);
        await under.Comments.AddAsync(Some.New(comment));
        return comment;
    }
}
