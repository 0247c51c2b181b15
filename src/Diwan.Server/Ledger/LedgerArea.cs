using Diwan.Server.Hosting;
using Diwan.Server.Pages.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Ledger;

/// <summary>What anybody may check: the ledger in tiles, the moderation log, and a page that checks a receipt in the browser.</summary>
public static class LedgerArea
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) =>
        services.AddSingleton<LedgerEndpoints>().AddSingleton<KeptLog>().AddSingleton<LogPages>();

    /// <summary>Maps <c>/ledger</c>, <c>/log</c> and <c>/verify</c>.</summary>
    public static IEndpointRouteBuilder MapLedger(this IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapGroup("/ledger").ExcludeFromDescription();
        ledger.MapGet("/checkpoint", (HttpContext http, LedgerEndpoints endpoints) => endpoints.CheckpointAsync(http));
        ledger.MapGet("/keys", (HttpContext http, LedgerEndpoints endpoints) => endpoints.KeysAsync(http));
        ledger.MapGet("/tile/entries/{**path}", (HttpContext http, string path, LedgerEndpoints endpoints) => endpoints.EntriesAsync(http, path));
        ledger.MapGet("/tile/{level}/{**path}", (HttpContext http, string level, string path, LedgerEndpoints endpoints) => endpoints.TileAsync(http, level, path));
        routes.MapPage("/verify", (HttpContext http, LogPages pages) => pages.VerifyAsync(http));
        if (!routes.ServiceProvider.GetRequiredService<ServeOptions>().HasPublicLog) return routes;
        routes.MapPage("/log", (HttpContext http, LogPages pages) => pages.LogAsync(http));
        routes.MapGet("/api/v1/log", (HttpContext http, LogPages pages) => pages.LogJsonAsync(http))
            .WithTags("Log").WithSummary("What the house did with comments, in numbers").Produces<LogShape>();
        return routes;
    }
}
