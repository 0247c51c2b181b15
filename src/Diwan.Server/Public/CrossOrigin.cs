using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Public;

/// <summary>What pages of other sites may do in a reader's browser: all may read what is published, those of registered origins may also send.</summary>
internal static class CrossOrigin
{
    /// <summary>Reading, from anywhere, without cookies.</summary>
    public const string Reading = "reading";

    /// <summary>Sending comments and reports, from the origins in <c>site.yaml</c>.</summary>
    public const string Sending = "sending";

    // What Chromium keeps at most; one question an hour and page is little enough.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public static IServiceCollection AddCrossOrigin(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<ServeOptions>((cors, options) =>
        {
            cors.AddPolicy(Reading, policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD").WithHeaders("Last-Event-ID").WithExposedHeaders("ETag"));
            cors.AddPolicy(Sending, policy => policy.WithOrigins([.. options.Origins]).WithMethods("POST").WithHeaders("Content-Type", "Authorization")
                .WithExposedHeaders("Retry-After").SetPreflightMaxAge(Remembered));
        });
        return services;
    }
}
