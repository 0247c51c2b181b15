using Diwan.Comments.Publishing;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Public;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Embed;

/// <summary>The thread inside pages of the publisher's own: fragments made here, and the script that puts them in their place.</summary>
public static class EmbedArea
{
    /// <summary>Registers the area; it shows what the pages know how to render.</summary>
    public static IServiceCollection AddEmbed(this IServiceCollection services) =>
        services.AddSingleton<LatestComments>().AddSingleton<EmbedFragments>().AddSingleton<LatestFragments>().AddSingleton<EmbedFiles>();

    /// <summary>Maps its addresses, each readable by pages from anywhere.</summary>
    public static IEndpointRouteBuilder MapEmbed(this IEndpointRouteBuilder routes)
    {
        var embed = routes.MapGroup("").RequireCors(CrossOrigin.Reading);
        // Found once, not at every call, which would open a scope of services for it.
        var fragments = routes.ServiceProvider.GetRequiredService<EmbedFragments>();
        embed.MapPage("/embed", (HttpContext http, string? url) => fragments.ByAddressAsync(http, url));
        embed.MapPage("/embed/latest", (HttpContext http, string? lang, string? limit, LatestFragments latest) => latest.SendAsync(http, lang, limit));
        embed.MapPage("/embed/{id}", (HttpContext http, string id) => fragments.ByIdAsync(http, id));
        foreach (var name in EmbedFiles.Names)
            embed.MapPage("/" + name, (HttpContext http, EmbedFiles files) => files.SendAsync(http, name));
        return routes;
    }
}
