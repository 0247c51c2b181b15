using System.CommandLine;
using Diwan.Commands.Accounts;
using Diwan.Comments.Accounts;
using Diwan.Moderation.Text;
using Diwan.Onnx;
using Diwan.Server.Hosting;
using Diwan.Server.Scoring;
using Diwan.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Commands;

/// <summary><c>diwan serve</c>: everything on the embedded default.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    private static readonly TimeSpan Once = TimeSpan.FromDays(36_500);

    public static Command Create()
    {
        var urls = new Option<string[]>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons or given again.",
            DefaultValueFactory = _ => [DefaultUrl],
            AllowMultipleArgumentsPerToken = true,
            HelpName = "URL",
        };
        var noLimits = new Option<bool>("--no-rate-limits") { Description = "Take any number of requests from one address; loopback only, for tests and benches." };
        var keyless = new Option<bool>("--keyless") { Description = "Score for any API key; loopback only, for tests and benches." };
        var data = SiteOptions.Data();
        var command = new Command("serve", "Serves the news pages, the desk and the API.\n\nExample: diwan serve --urls http://127.0.0.1:8080 --data ./diwan-data") { urls, noLimits, keyless, data };
        command.SetAction(async (parsed, ct) =>
        {
            var site = SiteSettings.Read(parsed.GetValue(data)!.FullName);
            using var own = OwnModel.Load(parsed.GetValue(data)!.FullName);
            var options = new ServeOptions
            {
                DataFolder = parsed.GetValue(data)!.FullName,
                ContentFolder = SiteOptions.ContentFolder,
                Urls = [.. parsed.GetValue(urls)!.SelectMany(url => url.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
                NoRateLimits = parsed.GetValue(noLimits),
                Keyless = parsed.GetValue(keyless),
                Scoring = ScoringSettings.Read(parsed.GetValue(data)!.FullName),
                AppealMonths = site.AppealMonths,
                HasPublicLog = site.PublicLog,
                PageCacheMegabytes = site.PageCacheMegabytes,
                HasMetrics = site.Metrics,
                Proxies = site.ProxyNetworks(),
                Mail = site.Mail,
                Retention = site.Retention,
                OwnModel = own,
                SiteName = site.Name ?? ServeOptions.SampleName,
                PublicUrl = site.PublicUrl is { } address ? new(address) : null,
                Origins = [.. site.Origins],
            };
            Check(options);
            return await RunAsync(options, StorePlace.Of(parsed, parsed.GetValue(data)!), ct);
        });
        return command;
    }

    private static void Check(ServeOptions options)
    {
        foreach (var url in options.Urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new CommandException($"'{url}' is no address to listen on; for example {DefaultUrl}", CommandLine.WrongUsage);
            if ((options.NoRateLimits || options.Keyless) && !uri.IsLoopback)
                throw new CommandException($"--no-rate-limits and --keyless are for tests on this machine: they are refused while '{url}' is not a loopback address", CommandLine.WrongUsage);
        }
    }

    private static async Task<int> RunAsync(ServeOptions options, StorePlace place, CancellationToken ct)
    {
        if (!NormalizationCheck.Works)
            throw new CommandException("Unicode normalisation does not work on this machine, so disguised words would pass unseen: install ICU and leave invariant globalization off");
        var isThere = place.Exists;
        using var logs = LoggerFactory.Create(DiwanServer.Log);
        await using var store = await place.OpenAsync(place.IsShared ? logs : NullLoggerFactory.Instance, ct);
        if (place.IsShared) await BeginSharedAsync(store, ct);
        else if (!isThere) await SampleSite.ImportAsync(store, ct);

        await using var app = await DiwanServer.BuildAsync(options, store, TimeProvider.System, ct);
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException exception)
        {
            throw new CommandException($"cannot listen on {string.Join(", ", options.Urls)}: {exception.Message} Choose another address with --urls.");
        }

        // Reading models and lexicons leaves several times their size behind, which the collector by itself would keep.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await GreetAsync(app, options, place, store, ct);
        await app.WaitForShutdownAsync(ct);
        return CommandLine.Done;
    }

    // Of nodes that begin together one fills the empty store.
    private static async Task BeginSharedAsync(SiteStore store, CancellationToken ct)
    {
        if (await store.Articles.CountAsync(ct) > 0) return;
        await using var turn = await store.Jobs!.TryBeginAsync("sample-site", Once, ct);
        if (turn is not null && await store.Articles.CountAsync(ct) == 0) await SampleSite.ImportAsync(store, ct);
    }

    private static async Task GreetAsync(WebApplication app, ServeOptions options, StorePlace place, SiteStore store, CancellationToken ct)
    {
        var url = app.Urls.First().TrimEnd('/');
        Console.WriteLine($"""
              reader  {url}/
              desk    {url}/desk
              API     {url}/openapi/v1.json
              data    {options.DataFolder}{(place.IsShared ? $"\n  store   {place.Shown}" : "")}{(options.OwnModel is { } own ? $"\n  model   {own.Version}, {(own.InPlaceOfOurs ? "in place of ours" : "beside ours")}" : "")}
            """);

        var accounts = new ManageAccounts(store.Accounts, TimeProvider.System);
        if (await accounts.CreateFirstAsync(ct) is not { } account) return;

        // A link that signs in is a password: on a terminal it is seen once; written to a log it would stay.
        var link = SignInLink.For(url, (await accounts.InviteAsync(account.Name, account.Role, ct))!);
        if (!Console.IsOutputRedirected)
        {
            Console.WriteLine($"  sign in {link}\n          (once, within 15 minutes; 'diwan desk invite' makes another)");
            return;
        }

        var file = Path.Combine(options.DataFolder, "sign-in-link.txt");
        SignInLink.WriteTo(file, link);
        Console.WriteLine($"  sign in with the one-time link in {file} (15 minutes; 'diwan desk invite' makes another)");
    }
}
