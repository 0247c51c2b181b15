using Diwan.Server.Operations;
using Diwan.Server.Pages.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Mail;

/// <summary>Mails to authors, and the page that each of them leads to.</summary>
public static class MailArea
{
    /// <summary>Registers it. Without settings nothing is sent, and links of older mails still work.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, MailSettings? settings)
    {
        services.AddSingleton<AddressPages>();
        if (settings is null) return services;
        return services.AddSingleton(settings).AddSingleton<StatementMail>().AddSingleton<MailComposer>().AddHostedService<MailSender>();
    }

    /// <summary>Maps <c>/m/{token}</c>.</summary>
    public static IEndpointRouteBuilder MapMail(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/m/{token}", (HttpContext http, string token, AddressPages pages) => pages.ReadAsync(http, token));
        routes.MapPage("/m/{token}/archive", (HttpContext http, string token, AddressPages pages) => pages.ArchiveAsync(http, token));
        MapForm(routes, "/m/{token}/confirm", (http, token, pages) => pages.ConfirmAsync(http, token));
        MapForm(routes, "/m/{token}/stop", (http, token, pages) => pages.StopAsync(http, token));
        MapForm(routes, "/m/{token}/allow", (http, token, pages) => pages.AllowAsync(http, token));
        MapForm(routes, "/m/{token}/erase", (http, token, pages) => pages.EraseAsync(http, token));
        return routes;
    }

    private static void MapForm(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, string, AddressPages, Task> act) =>
        routes.MapPost(pattern, (HttpContext http, string token, AddressPages pages) => act(http, token, pages))
            .RequireRateLimiting(OperationsArea.WriteLimit).ExcludeFromDescription();
}
