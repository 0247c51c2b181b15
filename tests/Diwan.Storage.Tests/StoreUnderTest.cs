using System.Data.Common;
using Diwan.Comments.Stores;

namespace Diwan.Storage.Tests;

/// <summary>One empty store of some database, for one test; gone after it.</summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    private TemporaryFolder? _folder;

    /// <summary>The store itself, once it is open.</summary>
    public abstract SiteStore Store { get; }

    /// <summary>Its folder, made when it is first asked for: a test that is skipped leaves none.</summary>
    public string Folder => (_folder ??= new()).Path;

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

    /// <summary>Opens it.</summary>
    public abstract Task BeginAsync(TimeProvider clock);

    /// <summary>Runs statements past the program; the number of rows they changed.</summary>
    public abstract int Run(string sql);

    /// <summary>Runs statements as somebody who owns the database, with triggers and references off; the number of rows they changed.</summary>
    public abstract int Tamper(string sql);

    /// <summary>True when a constraint or a trigger of the schema refused a statement.</summary>
    public abstract bool IsRefusal(DbException exception);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await DropAsync();
        _folder?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Drops what does not lie in the folder.</summary>
    protected virtual Task DropAsync() => Task.CompletedTask;
}
