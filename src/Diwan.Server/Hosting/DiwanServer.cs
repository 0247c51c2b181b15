using Diwan.Comments.Accounts;
using Diwan.Comments.Judging;
using Diwan.Comments.Ledger;
using Diwan.Comments.Notifying;
using Diwan.Comments.Receipts;
using Diwan.Comments.Retaining;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Server.Desk;
using Diwan.Server.Embed;
using Diwan.Server.Ledger;
using Diwan.Server.Mail;
using Diwan.Server.Operations;
using Diwan.Server.Pages;
using Diwan.Server.Public;
using Diwan.Server.Scoring;
using Diwan.Storage;
using Diwan.Storage.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Hosting;

/// <summary>Puts one site together: its store, its use cases, and an endpoint area for each kind of caller.</summary>
public static class DiwanServer
{
    /// <summary>Largest request body taken in, in bytes: a comment of 20,000 UTF-16 units, each as a six-character escape, with its envelope.</summary>
    public const long MaxBody = 256 * 1024;

    /// <summary>Builds the application; the caller starts it and keeps the store open as long as it runs.</summary>
    public static async Task<WebApplication> BuildAsync(ServeOptions options, SiteStore store, TimeProvider clock, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(store);

        // No arguments, no settings files, no environment: what the options say is all there is.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        Log(builder.Logging);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.WebHost.UseUrls([.. options.Urls]);

        var services = builder.Services;
        services.AddSingleton(options).AddSingleton(clock);
        AddStores(services, store);
        await AddUseCasesAsync(services, store, options, clock, ct);

        services.AddRoutingCore();
        var protection = services.AddDataProtection().SetApplicationName("diwan");
        if (store.ProtectionKeys is { } shared) protection.AddKeyManagementOptions(keys => keys.XmlRepository = new SharedProtectionKeys(shared));
        else protection.PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataFolder, "keys", "data-protection")));
        services.AddPublicApi().AddScoring(options.Scoring).AddPages().AddEmbed().AddDesk().AddLedger().AddMail(options.Mail).AddOperations();

        var app = builder.Build();
        await SharedProtectionKeys.BeginAsync(store, app.Services, clock, ct);
        app.UseOperations();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapPublicApi();
        app.MapScoring();
        app.MapPages();
        app.MapEmbed();
        app.MapDesk();
        app.MapLedger();
        app.MapMail();
        app.MapOperations();
        return app;
    }

    /// <summary>How everything that serves writes its log: a line each, with time, nothing of anybody's.</summary>
    public static void Log(ILoggingBuilder logging) => logging
        .AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ssZ "))
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
        // It says when a request begins and ends, and for that alone gives each an activity and a log scope.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
        // It warns that its keys are not encrypted: they lie in a folder that only the owner may open, or are sealed by the store.
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

    private static void AddStores(IServiceCollection services, SiteStore store) => services
        .AddSingleton(store)
        .AddSingleton(store.Articles).AddSingleton(store.Comments).AddSingleton(store.Desk)
        .AddSingleton(store.Accounts).AddSingleton(store.Policies).AddSingleton(store.Media).AddSingleton(store.Changes)
        .AddSingleton(store.Suggestions).AddSingleton(store.Ledger).AddSingleton(store.Appeals).AddSingleton(store.Erasures)
        .AddSingleton(store.Log).AddSingleton(store.Mail).AddSingleton(store.Retention);

    private static async Task AddUseCasesAsync(IServiceCollection services, SiteStore store, ServeOptions options, TimeProvider clock, CancellationToken ct)
    {
        var content = EngineContent.Read(options.ContentFolder).With(options.OwnModel);
        var pipelines = await CurrentPipeline.LoadAsync(content, store.Policies, clock, ct);
        // From here on this model judges: the ledger says so. Also the first commit, which finds out whether the signing key is there.
        await store.Ledger.NoteModelAsync(content.Scorer.Version, clock.GetUtcNow(), ct);
        services.AddSingleton(content.Scorer).AddSingleton(content.Languages);
        services.AddSingleton<IPipelineSource>(pipelines).AddSingleton<IChangeListener>(pipelines);
        services.AddHostedService<ChangeDispatcher>();
        services.AddSingleton(store.Keys)
            .AddSingleton(new ReceiptIssuer(store.Keys.Get("receipts")))
            .AddSingleton(new AddressTokens(store.Keys.Get("mail")))
            .AddSingleton(new ReaderKeys(store.Keys, clock));
        services.AddSingleton(new SubmitOptions { SendsMail = options.Mail is not null });
        services.AddSingleton<ArticleContexts>().AddSingleton<RecentComments>().AddSingleton<SubmitComment>().AddSingleton<WithdrawComment>().AddSingleton<ReadReceipt>();
        services.AddSingleton<DecideComment>().AddSingleton<UndoDecision>().AddSingleton<ReportComment>().AddSingleton<ReadQueue>();
        services.AddSingleton(new AppealOptions { Months = options.AppealMonths });
        services.AddSingleton<AppealDecision>().AddSingleton<DecideAppeal>().AddSingleton<ReadAppeals>().AddSingleton<EraseComment>().AddSingleton<ProveReceipt>();
        services.AddSingleton(options.Retention).AddSingleton<ApplyRetention>();
        services.AddSingleton<SettleAddress>().AddSingleton<ArchivePerson>().AddSingleton<ErasePerson>();
        services.AddSingleton<ManageAccounts>().AddSingleton<ManageTokens>();
    }
}
