using System.Threading.RateLimiting;
using Diwan.Comments.Submitting;
using Diwan.Server.Hosting;
using Diwan.Server.Public;
using Diwan.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace Diwan.Server.Operations;

/// <summary>What keeps the service running: security headers, rate limits, health, retention.</summary>
public static class OperationsArea
{
    /// <summary>Name of the limit on acts that write: submitting, reporting, signing in.</summary>
    public const string WriteLimit = "write";

    /// <summary>Writes taken from one address in a minute. A person who types needs far fewer; a school or café behind one address may need them.</summary>
    public const int WritesPerMinute = 20;

    /// <summary>Registers health checks, metrics, rate limits and retention.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<TextHealth>("text");
        services.AddHostedService<DailyRetention>();
        services.AddSingleton<SiteMetrics>().AddMetrics();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(SiteMetrics.Name, SubmissionMetrics.Name, "System.Runtime")
            .AddPrometheusExporter());
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<ServeOptions, SiteStore, ReaderKeys, TimeProvider>(Configure);
        return services;
    }

    /// <summary>Learns from a known proxy who asks; takes the path off below which the site lives, finds out where a request goes, and puts security headers on its answer. What goes
    /// to other programs (<see cref="Scoring.ScoringArea"/>) has left by then: no browser shows it.</summary>
    public static WebApplication UseOperations(this WebApplication app)
    {
        // With nobody known the middleware would believe everybody.
        if (app.Services.GetRequiredService<ServeOptions>() is { Proxies.Count: > 0 } options) app.UseForwardedHeaders(Forwarded(options));
        app.UseMiddleware<PublicPath>();
        app.UseRouting();
        app.UseMiddleware<SecurityHeaders>();
        return app;
    }

    /// <summary>Maps the addresses of health and metrics.</summary>
    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
        if (!routes.ServiceProvider.GetRequiredService<ServeOptions>().HasMetrics) return routes;
        // Made here, so that what it watches is watched from the start.
        _ = routes.ServiceProvider.GetRequiredService<SiteMetrics>();
        routes.MapPrometheusScrapingEndpoint("/metrics");
        return routes;
    }

    // Back to the first address that is no known proxy's: what stands further on anybody may have written.
    private static ForwardedHeadersOptions Forwarded(ServeOptions options)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Proxies) forwarded.KnownIPNetworks.Add(network);
        return forwarded;
    }

    private static void Configure(RateLimiterOptions limiter, ServeOptions options, SiteStore store, ReaderKeys readers, TimeProvider clock)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) => new(RateLimitAnswer.WriteAsync(context));
        limiter.AddPolicy(WriteLimit, context => options.NoRateLimits
            ? RateLimitPartition.GetNoLimiter("")
            // Over several nodes by the reader's key of the day, which gives no address away.
            : store.Quotas is { } quotas ? RateLimitPartition.Get(
                readers.Of(context) ?? "", key => new SharedWriteLimiter(quotas, key, WritesPerMinute, new SlidingWindowRateLimiter(Alone()), clock))
            // The address stays in memory for a minute at most and is never written anywhere.
            : RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => Alone()));

        static SlidingWindowRateLimiterOptions Alone() => new() { PermitLimit = WritesPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 };
    }
}
