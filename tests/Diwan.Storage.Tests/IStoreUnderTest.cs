using Diwan.Comments.Stores;

namespace Diwan.Storage.Tests;

/// <summary>One empty store of some database, for one test of the contract.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    IArticleStore Articles { get; }

    ICommentStore Comments { get; }

    IDeskStore Desk { get; }

    IAccountStore Accounts { get; }

    IPolicyStore Policies { get; }

    ISuggestionStore Suggestions { get; }

    IAppealStore Appeals { get; }

    ILedgerStore Ledger { get; }

    IMailStore Mail { get; }

    IErasureStore Erasures { get; }

    IRetentionStore Retention { get; }

    IMediaStore Media { get; }

    IChangeFeed Changes { get; }
}
