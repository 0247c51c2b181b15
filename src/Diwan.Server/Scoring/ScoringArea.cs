using Diwan.Server.Scoring.Batch;
using Diwan.Server.Scoring.Coral;
using Diwan.Server.Scoring.Feedback;
using Diwan.Server.Scoring.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Scoring;

/// <summary>Scores for other programs: the Perspective protocol, and batches of lines.</summary>
public static class ScoringArea
{
    private const string Origins = "scoring";

    /// <summary>Registers the area. The caller registers the scorer, the language identifier and the suggestions' store.</summary>
    public static IServiceCollection AddScoring(this IServiceCollection services, ScoringSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<MinuteQuotas>().AddSingleton<KeyCheck>().AddSingleton<KeepSuggestion>().AddSingleton<DoNotStoreRecord>().AddSingleton<ScoringEndpoints>().AddSingleton<BatchEndpoint>().AddSingleton<CoralPhase>();
        services.AddHostedService<SuggestionRetention>().AddHostedService(provider => provider.GetRequiredService<DoNotStoreRecord>());
        services.AddHostedService<WarmUp>();
        services.AddCors(cors => cors.AddPolicy(Origins, Allow(settings)));
        return services;
    }

    /// <summary>Maps the addresses. Clients send the colon as it is or as <c>%3A</c>, the dollar sign likewise: both are one path here.</summary>
    public static IEndpointRouteBuilder MapScoring(this IEndpointRouteBuilder routes)
    {
        var wire = routes.MapGroup("").WithTags("Perspective protocol").ExcludeFromDescription();
        // Keys are checked by the endpoint itself, so nothing that follows routing has anything to do, unless pages of other origins may call.
        if (routes.ServiceProvider.GetRequiredService<ScoringSettings>().Origins.Count > 0) wire.RequireCors(Origins);
        else wire.ShortCircuit();
        // Found once, not at every call, which would open a scope of services for it.
        var endpoints = routes.ServiceProvider.GetRequiredService<ScoringEndpoints>();
        wire.MapPost("/v1alpha1/comments:analyze", endpoints.AnalyzeAsync);
        wire.MapPost("/v1alpha1/comments:suggestscore", endpoints.SuggestAsync);
        wire.MapGet("/$discovery/rest", endpoints.DescribeAsync);
        routes.MapPost("/api/v1/score:batch", (HttpContext http, BatchEndpoint endpoint) => endpoint.RunAsync(http))
            .WithTags("Scoring").WithSummary("Scores JSON lines, streamed both ways; the key as for the Perspective protocol");
        routes.MapPost("/api/v1/coral/moderate", (HttpContext http, CoralPhase phase) => phase.JudgeAsync(http))
            .WithTags("Scoring").WithSummary("Coral's external moderation phase: a signed request in, status and flags out");
        return routes;
    }

    private static CorsPolicy Allow(ScoringSettings settings) => new CorsPolicyBuilder([.. settings.Origins])
        .WithMethods("GET", "POST").WithHeaders("Content-Type", "X-Goog-Api-Key", "Authorization").WithExposedHeaders(WireAnswer.ModelHeader, DoNotStoreRecord.StoredHeader, "Retry-After").Build();
}
