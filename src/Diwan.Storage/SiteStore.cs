using Diwan.Comments.Stores;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Accounts;
using Diwan.Storage.Shared.Appeals;
using Diwan.Storage.Shared.Articles;
using Diwan.Storage.Shared.Comments;
using Diwan.Storage.Shared.Desk;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Log;
using Diwan.Storage.Shared.Mail;
using Diwan.Storage.Shared.Policies;
using Diwan.Storage.Shared.Retaining;
using Diwan.Storage.Shared.Suggestions;

namespace Diwan.Storage;

/// <summary>One site's whole store, whichever database keeps it. Any number of processes may have it open.</summary>
public abstract class SiteStore : IAsyncDisposable
{
    /// <summary>Articles.</summary>
    public IArticleStore Articles { get; }

    /// <summary>Comments with their judgements and decisions.</summary>
    public ICommentStore Comments { get; }

    /// <summary>What the desk works on.</summary>
    public IDeskStore Desk { get; }

    /// <summary>Desk accounts, one-time links and tokens.</summary>
    public IAccountStore Accounts { get; }

    /// <summary>Policies.</summary>
    public IPolicyStore Policies { get; }

    /// <summary>What other systems suggest that comments should have scored.</summary>
    public ISuggestionStore Suggestions { get; }

    /// <summary>Appeals and what came of them.</summary>
    public IAppealStore Appeals { get; }

    /// <summary>The append-only record of all of it.</summary>
    public ILedgerStore Ledger { get; }

    /// <summary>What erasing needs besides the comments themselves.</summary>
    public IErasureStore Erasures { get; protected init; } = null!;

    /// <summary>What has been kept long enough.</summary>
    public IRetentionStore Retention { get; }

    /// <summary>Counts of what was decided.</summary>
    public ILogStore Log { get; }

    /// <summary>Addresses, and mails that are to be sent.</summary>
    public IMailStore Mail { get; }

    /// <summary>Pictures.</summary>
    public IMediaStore Media { get; protected init; } = null!;

    /// <summary>Keeps what cookies and forms are protected with; null where that lies in the data folder.</summary>
    public IProtectionKeyStore? ProtectionKeys { get; protected init; }

    /// <summary>Counts over all nodes; null where one process counts for itself.</summary>
    public IQuotaStore? Quotas { get; protected init; }

    /// <summary>Lets one node do what is to be done once; null where there is one process.</summary>
    public IJobStore? Jobs { get; protected init; }

    /// <summary>What the writer of this process has done so far.</summary>
    public abstract WriteFigures Writes { get; }

    /// <summary>What any process has changed.</summary>
    public abstract IChangeFeed Changes { get; }

    /// <summary>The site's secret keys.</summary>
    public SiteKeys Keys { get; }

    /// <summary>Checks that the database is sound.</summary>
    /// <exception cref="StoreDamagedException">It is not.</exception>
    public abstract Task CheckAsync(CancellationToken ct = default);

    /// <summary>Writes what waits and closes the database.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Makes every store that the databases share.</summary>
    private protected SiteStore(SiteKeys keys, Database database, LedgerKeys ledgerKeys, LedgerSealer sealer)
    {
        Keys = keys;
        Articles = new ArticleStore(database);
        Comments = new CommentStore(database, sealer);
        Desk = new DeskStore(database);
        Accounts = new AccountStore(database);
        Policies = new PolicyStore(database);
        Suggestions = new SuggestionStore(database);
        Appeals = new AppealStore(database);
        Ledger = new LedgerStore(database, ledgerKeys, sealer);
        Retention = new RetentionStore(database);
        Log = new LogStore(database);
        Mail = new MailStore(database);
    }
}
