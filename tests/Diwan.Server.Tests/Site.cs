using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Diwan.Comments.Accounts;
using Diwan.Comments.Articles;
using Diwan.Comments.Judging;
using Diwan.Comments.Ledger;
using Diwan.Comments.Notifying;
using Diwan.Comments.Policies;
using Diwan.Comments.Receipts;
using Diwan.Comments.Retaining;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Diwan.Server.Embed;
using Diwan.Server.Hosting;
using Diwan.Server.Ledger;
using Diwan.Server.Live;
using Diwan.Server.Mail;
using Diwan.Server.Operations;
using Diwan.Server.Pages;
using Diwan.Server.Public;
using Diwan.Storage;
using Diwan.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Server.Tests;

/// <summary>A site as readers meet it: the real server on a free port, the real store in a folder of its own.</summary>
public class Site : IAsyncLifetime
{
    /// <summary>The origin whose pages may send comments.</summary>
    public const string Registered = "https://news.example";

    private static readonly HtmlParser Parser = new();

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "diwan-" + Guid.NewGuid().ToString("N"));
    private SqliteStore _store = null!;
    private WebApplication _app = null!;

    /// <summary>A browser that follows no redirect and unpacks nothing.</summary>
    public HttpClient Client { get; private set; } = null!;

    internal SqliteStore Store => _store;

    /// <summary>Where browsers reach it; null when it does not know.</summary>
    protected virtual Uri? PublicUrl => null;

    /// <summary>The database file.</summary>
    internal string DatabasePath => Path.Combine(_folder, "diwan.db");

    /// <summary>How the store is opened.</summary>
    protected virtual SqliteStoreOptions StoreIn(string folder) => new() { Folder = folder };

    /// <summary>How mail leaves; null to send none.</summary>
    internal virtual MailSettings? Mail => null;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(StoreIn(_folder), TimeProvider.System, NullLoggerFactory.Instance);
        _app = Build();
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new(_app.Urls.First()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Puts an article on the site.</summary>
    public async Task<Article> PublishAsync(Func<Article, Article>? change = null)
    {
        var id = Guid.NewGuid().ToString("N");
        var article = new Article
        {
            Id = id,
            Slug = "river-" + id,
            Language = "en",
            Headline = "The river is back",
            IsOwn = true,
            ImportedAt = TimeProvider.System.GetUtcNow(),
            Body = [new ArticleBlock.Paragraph([new("After a dry summer the river has returned to its bed.")])],
        };
        article = change?.Invoke(article) ?? article;
        await _store.Articles.SaveAsync(article);
        return article;
    }

    /// <summary>Submits a comment as a reader's form does, without judging its answer.</summary>
    public async Task<SubmitResult.Accepted> SubmitAsync(Article article, string text, string author = "Dilan", string? parentId = null) =>
        Assert.IsType<SubmitResult.Accepted>(await Get<SubmitComment>().RunAsync(new(article.Id, author, text, parentId)));

    /// <summary>Has a moderator decide; rejects when a guideline is named.</summary>
    public async Task DecideAsync(string commentId, string? guideline = null)
    {
        var comment = await _store.Comments.FindAsync(commentId);
        Assert.IsType<DecideResult.Done>(await Get<DecideComment>().RunAsync(
            new(commentId, guideline is null, guideline, comment!.Version, "0123456789abcdef0123456789abcdef")));
    }

    /// <summary>Submits and approves.</summary>
    public async Task<Comment> ApprovedAsync(Article article, string text, string author = "Dilan", string? parentId = null)
    {
        var accepted = await SubmitAsync(article, text, author, parentId);
        await DecideAsync(accepted.Comment.Id);
        return accepted.Comment;
    }

    /// <summary>Reads a page as a document.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path) => Parse(await Client.GetStringAsync(path));

    /// <summary>Reads a page again and again until it is as wanted, or for ten seconds.</summary>
    public async Task<IHtmlDocument> ReadUntilAsync(string path, Func<IHtmlDocument, bool> isWanted)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var page = await ReadAsync(path);
            if (isWanted(page)) return page;
            end.Token.ThrowIfCancellationRequested();
        }
    }

    internal T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    internal static IHtmlDocument Parse(string html) => Parser.ParseDocument(html);

    private WebApplication Build()
    {
        var content = Path.Combine(AppContext.BaseDirectory, "data");
        var policy = Assert.IsType<PolicyReading.Valid>(PolicyYaml.Read(File.ReadAllText(Path.Combine(content, "policies", "default.yaml")))).Policy;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 256 * 1024);
        var services = builder.Services;
        services.AddSingleton(new ServeOptions { DataFolder = _folder, ContentFolder = content, Urls = ["http://127.0.0.1:0"], NoRateLimits = true, Origins = [Registered], PublicUrl = PublicUrl, Mail = Mail });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new LiveOptions { Heartbeat = TimeSpan.FromMilliseconds(50) });
        services.AddSingleton<SiteStore>(_store).AddSingleton(_store.Articles).AddSingleton(_store.Comments).AddSingleton(_store.Desk).AddSingleton(_store.Accounts)
            .AddSingleton(_store.Policies).AddSingleton(_store.Media).AddSingleton(_store.Changes)
            .AddSingleton(_store.Ledger).AddSingleton(_store.Appeals).AddSingleton(_store.Erasures).AddSingleton(_store.Log)
            .AddSingleton(_store.Mail).AddSingleton(_store.Retention);
        services.AddSingleton<IPipelineSource>(new FixedPipeline(new ModerationPipeline(policy, [new ScoundrelDetector()], "none", new EnglishOnly())));
        services.AddSingleton(new ReceiptIssuer(_store.Keys.Get("receipts"))).AddSingleton(new AddressTokens(_store.Keys.Get("mail"))).AddSingleton(new ReaderKeys(_store.Keys, TimeProvider.System));
        services.AddSingleton(new SubmitOptions { SendsMail = Mail is not null });
        services.AddSingleton(new RetentionRules()).AddSingleton<ApplyRetention>().AddSingleton<SettleAddress>().AddSingleton<ArchivePerson>().AddSingleton<ErasePerson>();
        services.AddSingleton<ArticleContexts>().AddSingleton<RecentComments>().AddSingleton<SubmitComment>().AddSingleton<WithdrawComment>().AddSingleton<ReadReceipt>();
        services.AddSingleton(new AppealOptions()).AddSingleton<AppealDecision>().AddSingleton<EraseComment>().AddSingleton<ProveReceipt>();
        services.AddSingleton<DecideComment>().AddSingleton<ReportComment>().AddSingleton<ManageTokens>();
        services.AddAccess();
        services.AddPublicApi().AddPages().AddEmbed().AddLedger().AddOperations();
        services.AddMail(Mail);
        // Tests send, at a time they choose.
        services.Remove(services.FirstOrDefault(service => service.ImplementationType == typeof(MailSender))!);
        services.AddHostedService<ChangeDispatcher>();

        var app = builder.Build();
        app.UseOperations();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPublicApi();
        app.MapPages();
        app.MapEmbed();
        app.MapLedger();
        app.MapMail();
        app.MapOperations();
        return app;
    }
}
