using System.Net.Http.Headers;
using Diwan.Client.Comments;
using Diwan.Client.Perspective;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Diwan.Client;

/// <summary>Registers the clients with a service collection.</summary>
public static class DiwanClientRegistration
{
    /// <summary>
    /// Adds <see cref="PerspectiveClient"/> and <see cref="CommentClient"/> as typed clients of <c>IHttpClientFactory</c>, which pools their
    /// connections. Resolving one throws <see cref="InvalidOperationException"/> when no base address was set.
    /// </summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="configure">Sets the site's address and, where needed, key and token.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddDiwanClient(this IServiceCollection services, Action<DiwanClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure(configure);
        services.AddHttpClient(nameof(PerspectiveClient))
            .ConfigureHttpClient((provider, http) => (http.BaseAddress, http.Timeout) = (Options(provider).Root, Options(provider).ScoringTimeout))
            .AddTypedClient((http, provider) => new PerspectiveClient(http, Options(provider).Key));
        services.AddHttpClient(nameof(CommentClient))
            .ConfigureHttpClient((provider, http) =>
            {
                (http.BaseAddress, http.Timeout) = (Options(provider).Root, Options(provider).CommentTimeout);
                if (Options(provider).Token is { } token) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            })
            .AddTypedClient((http, _) => new CommentClient(http));
        return services;
    }

    private static DiwanClientOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DiwanClientOptions>>().Value;
}
