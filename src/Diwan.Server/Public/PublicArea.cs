using Diwan.Comments.Articles;
using Diwan.Server.Hosting;
using Diwan.Server.Live;
using Diwan.Server.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Diwan.Server.Public;

/// <summary>The public API: what a reader's program, an embed or the publisher's CMS talks to.</summary>
public static class PublicArea
{
    private const string Json = "application/json";

    /// <summary>Registers the API and its description. The caller registers <see cref="ReaderKeys"/>, which need the site's secret.</summary>
    public static IServiceCollection AddPublicApi(this IServiceCollection services)
    {
        services.TryAddSingleton<ImportArticle>();
        services.TryAddSingleton<RegisterArticle>();
        services.AddCrossOrigin();
        services.AddSingleton<ArticleByAddress>().AddSingleton<ArticleEndpoints>().AddSingleton<CommentEndpoints>().AddSingleton<ReceiptEndpoints>();
        services.TryAddSingleton(new LiveOptions());
        services.AddSingleton<FollowerLimit>().AddSingleton<LiveThreads>().AddSingleton<ThreadEvents>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<LiveThreads>());
        services.AddOpenApi("v1", description => description.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Diwan";
            document.Info.Version = "v1";
            document.Info.Description = "Comments under news articles: submitted, moderated, published unchanged. Errors are RFC 9457 problem details with a stable code.";
            return Task.CompletedTask;
        }));
        return services;
    }

    /// <summary>Maps the API below <c>/api/v1</c> and its description at <c>/openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapPublicApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles.MapGet("", (HttpContext http, string? url, ArticleEndpoints endpoints) => endpoints.FindByUrlAsync(http, url))
            .WithSummary("Finds the article with this address").RequireCors(CrossOrigin.Reading).Produces<ArticleShape>().Refuses(404, 422);
        articles.MapGet("{id}", (HttpContext http, string id, ArticleEndpoints endpoints) => endpoints.FindAsync(http, id))
            .WithSummary("Finds an article by id or slug").RequireCors(CrossOrigin.Reading).Produces<ArticleShape>().Refuses(404);
        articles.MapPost("", (HttpContext http, ArticleEndpoints endpoints) => endpoints.RegisterAsync(http))
            .WithSummary("Registers or updates an article of the publisher's own CMS").RequireAuthorization(Access.SiteApi)
            .Accepts<RegisterRequest>(Json).Produces<ArticleShape>(201).Produces<ArticleShape>().Refuses(400, 401, 403, 413, 415, 422);
        // What is read most is found once, not at every call, which would open a scope of services for it.
        var comments = routes.ServiceProvider.GetRequiredService<CommentEndpoints>();
        var found = routes.ServiceProvider.GetRequiredService<ArticleEndpoints>();
        articles.MapGet("{id}/comments", (HttpContext http, string id, string? sort, string? after, string? limit) => comments.ReadAsync(http, id, sort, after, limit))
            .WithSummary("A page of the approved comments under an article").RequireCors(CrossOrigin.Reading).Produces<CommentsShape>().Refuses(400, 404, 422);
        articles.MapPost("{id}/comments", (HttpContext http, string id, CommentEndpoints endpoints) => endpoints.SubmitAsync(http, id))
            .WithSummary("Submits a comment, which waits for a decision").RequireCors(CrossOrigin.Sending).RequireRateLimiting(OperationsArea.WriteLimit)
            .Accepts<SubmissionShape>(Json).Produces<AcceptedShape>(202).Refuses(400, 401, 403, 404, 409, 413, 415, 422, 429);
        articles.MapGet("{id}/events", (HttpContext http, string id, ThreadEvents events) => events.SendAsync(http, id))
            .WithSummary("What is published under an article from now on, as server-sent events: comment, removed, count").RequireCors(CrossOrigin.Reading)
            .Produces<string>(200, "text/event-stream").Refuses(404, 503);
        api.MapGet("counts", (HttpContext http, string? lang) => found.CountsAsync(http, lang))
            .WithTags("Articles").WithSummary("Approved comments of up to 100 articles, by url; with lang in words too").RequireCors(CrossOrigin.Reading).Produces<CountsShape>().Refuses(422);

        var receipts = api.MapGroup("/receipts").WithTags("Receipts");
        receipts.MapGet("{receipt}", (HttpContext http, string receipt, ReceiptEndpoints endpoints) => endpoints.ReadAsync(http, receipt))
            .WithSummary("Where the author's comment stands and why").Produces<ReceiptShape>().Refuses(404);
        receipts.MapPost("{receipt}/withdraw", (HttpContext http, string receipt, ReceiptEndpoints endpoints) => endpoints.WithdrawAsync(http, receipt))
            .WithSummary("Takes the comment back").RequireRateLimiting(OperationsArea.WriteLimit).Produces<ReceiptShape>().Refuses(404, 409, 429);
        receipts.MapPost("{receipt}/appeal", (HttpContext http, string receipt, ReceiptEndpoints endpoints) => endpoints.AppealAsync(http, receipt))
            .WithSummary("Asks for a second look at a rejection").RequireRateLimiting(OperationsArea.WriteLimit)
            .Accepts<AppealRequestShape>(Json).Produces<ReceiptShape>(202).Refuses(400, 404, 409, 413, 415, 422, 429);
        receipts.MapPost("{receipt}/erase", (HttpContext http, string receipt, ReceiptEndpoints endpoints) => endpoints.EraseAsync(http, receipt))
            .WithSummary("Destroys text, name and address for good").RequireRateLimiting(OperationsArea.WriteLimit).Produces<ReceiptShape>().Refuses(404, 409, 429);
        api.MapPost("comments/{id}/reports", (HttpContext http, string id, CommentEndpoints endpoints) => endpoints.ReportAsync(http, id))
            .WithTags("Comments").WithSummary("Reports a published comment").RequireCors(CrossOrigin.Sending).RequireRateLimiting(OperationsArea.WriteLimit)
            .Accepts<ReportShape>(Json).Produces<ReportedShape>(202).Produces<ReportedShape>().Refuses(400, 404, 413, 415, 422, 429);
        routes.MapOpenApi("/openapi/{documentName}.json");
        return routes;
    }

    private static void Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.Produces<Problem>(status, Problem.ContentType);
    }
}
