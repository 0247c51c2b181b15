using Diwan.Comments.Stores;
using Diwan.Storage.Postgres;
using Diwan.Storage.Tests.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>A PostgreSQL store in a database of its own.</summary>
internal sealed class PostgresUnderTest : IStoreUnderTest
{
    private readonly TemporaryFolder _folder = new();

    private PostgresUnderTest()
    {
    }

    public PostgresStore Store { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public string Folder => _folder.Path;

    public IArticleStore Articles => Store.Articles;

    public ICommentStore Comments => Store.Comments;

    public IDeskStore Desk => Store.Desk;

    public IAccountStore Accounts => Store.Accounts;

    public IPolicyStore Policies => Store.Policies;

    public ISuggestionStore Suggestions => Store.Suggestions;

    public IAppealStore Appeals => Store.Appeals;

    public ILedgerStore Ledger => Store.Ledger;

    public IMailStore Mail => Store.Mail;

    public IErasureStore Erasures => Store.Erasures;

    public IRetentionStore Retention => Store.Retention;

    public IMediaStore Media => Store.Media;

    public IChangeFeed Changes => Store.Changes;

    public static async Task<PostgresUnderTest> OpenAsync(TimeProvider clock)
    {
        var cluster = await PostgresCluster.GetAsync();
        var under = new PostgresUnderTest { Address = await cluster.NewDatabaseAsync() };
        under.Store = await under.OpenNodeAsync(clock);
        return under;
    }

    /// <summary>One more node of the same cluster.</summary>
    public Task<PostgresStore> OpenNodeAsync(TimeProvider? clock = null) => PostgresStore.OpenAsync(
        new() { Primary = PostgresAddress.Parse(Address), Folder = Folder, Readers = 3 }, clock ?? TimeProvider.System, NullLoggerFactory.Instance);

    /// <summary>Runs a statement past the program; the number of rows it changed.</summary>
    public int Run(string sql)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteNonQuery();
    }

    public NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(PostgresCluster.ConnectionString(Address));
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await (await PostgresCluster.GetAsync()).DropDatabaseAsync(Address);
        _folder.Dispose();
    }
}
