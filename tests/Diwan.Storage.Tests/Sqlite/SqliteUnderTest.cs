using Diwan.Comments.Stores;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>A SQLite store in a folder of its own.</summary>
internal sealed class SqliteUnderTest : IStoreUnderTest
{
    private readonly TemporaryFolder _folder = new();

    private SqliteUnderTest()
    {
    }

    public SqliteStore Store { get; private set; } = null!;

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

    public static async Task<SqliteUnderTest> OpenAsync(TimeProvider clock)
    {
        var under = new SqliteUnderTest();
        under.Store = await OpenAsync(under.Folder, clock);
        return under;
    }

    public static Task<SqliteStore> OpenAsync(string folder, TimeProvider? clock = null) =>
        SqliteStore.OpenAsync(new() { Folder = folder }, clock ?? TimeProvider.System, NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
