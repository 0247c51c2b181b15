using System.Text.Encodings.Web;
using Diwan.Comments.Articles;
using Diwan.Comments.Publishing;
using Diwan.Server.Hosting;
using Diwan.Server.Operations;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Receipts;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Diwan.Server.Pages;

/// <summary>The news pages: everything a reader reads and sends in a browser.</summary>
public static class PagesArea
{
    /// <summary>Registers the pages. Words come from <c>words/</c> of the content folder, style sheets and scripts from <c>web/</c> beside it.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new PageOptions
        {
            SiteName = provider.GetRequiredService<ServeOptions>().SiteName,
            PublicUrl = provider.GetRequiredService<ServeOptions>().PublicUrl,
        });
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<ServeOptions>();
            return WordBook.Load(Path.Combine(options.ContentFolder, "words"), options.LatinDigits, options.SolarDates);
        });
        services.AddSingleton(provider => Assets.Load(Path.Combine(provider.GetRequiredService<ServeOptions>().ContentFolder, "..", "web")));
        services.Replace(ServiceDescriptor.Singleton<HtmlEncoder>(ExactHtmlEncoder.Instance));
        services.TryAddSingleton(provider => new PageCacheOptions { MaxBytes = provider.GetRequiredService<ServeOptions>().PageCacheMegabytes * 1024L * 1024 });
        services.AddSingleton<PageCache>().AddSingleton<KnownArticles>().AddSingleton<KnownCounts>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<KnownArticles>());
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<KnownCounts>());
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<PageCache>());
        services.AddSingleton<PageRenderer>().AddSingleton<PublicLinks>();
        services.TryAddSingleton<TheLatest>();
        services.TryAddSingleton<RelatedCoverage>();
        services.AddSingleton<ReadThread>().AddSingleton<FindInThread>().AddSingleton<CitedGuidelines>();
        services.AddSingleton<ArticlePages>().AddSingleton<SubmittedForm>().AddSingleton<SitePages>().AddSingleton<ReceiptPages>();
        services.AddSingleton<ReportPages>().AddSingleton<Permalinks>().AddSingleton<Listings>();
        services.AddTransient<IStartupFilter, ErrorAnswersFilter>();
        return services;
    }

    /// <summary>Maps the pages.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", (HttpContext http, SitePages pages) => pages.FrontAsync(http));
        routes.MapPage("/guidelines", (HttpContext http, SitePages pages) => pages.GuidelinesAsync(http));
        routes.MapPage("/privacy", (HttpContext http, SitePages pages) => pages.PrivacyAsync(http));
        routes.MapPage("/feed.xml", (HttpContext http, Listings lists) => lists.FeedAsync(http));
        routes.MapPage("/sitemap.xml", (HttpContext http, Listings lists) => lists.SitemapAsync(http));
        routes.MapPage("/robots.txt", (HttpContext http, Listings lists) => lists.RobotsAsync(http));
        // What is read most is found once, not at every call, which would open a scope of services for it, and nothing that follows routing has anything to do.
        var articles = routes.ServiceProvider.GetRequiredService<ArticlePages>();
        routes.MapPage("/articles/{slug}", (HttpContext http, string slug, string? sort, string? after, string? reply, string? branch) =>
        {
            SecurityHeaders.Put(http.Response.Headers);
            return articles.ReadAsync(http, slug, sort, after, reply, branch);
        }).ShortCircuit();
        routes.MapPage("/comments/{id}", (HttpContext http, string id, Permalinks links) => links.GoAsync(http, id));
        routes.MapPage("/comments/{id}/report", (HttpContext http, string id, ReportPages pages) => pages.AskAsync(http, id));
        routes.MapPage("/r/{receipt}", (HttpContext http, string receipt, ReceiptPages pages) => pages.ReadAsync(http, receipt));
        routes.MapForm("/articles/{slug}/comments", (HttpContext http, string slug, SubmittedForm form) => form.TakeAsync(http, slug));
        routes.MapForm("/comments/{id}/report", (HttpContext http, string id, ReportPages pages) => pages.TakeAsync(http, id));
        routes.MapForm("/r/{receipt}/withdraw", (HttpContext http, string receipt, ReceiptPages pages) => pages.WithdrawAsync(http, receipt));
        routes.MapForm("/r/{receipt}/appeal", (HttpContext http, string receipt, ReceiptPages pages) => pages.AppealAsync(http, receipt));
        routes.MapForm("/r/{receipt}/erase", (HttpContext http, string receipt, ReceiptPages pages) => pages.EraseAsync(http, receipt));
        routes.MapPage("/r/{receipt}/proof", (HttpContext http, string receipt, ReceiptPages pages) => pages.ProofAsync(http, receipt));
        routes.MapFiles();
        return routes;
    }

    private static void MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPost(pattern, handler).RequireRateLimiting(OperationsArea.WriteLimit).ExcludeFromDescription();

    // Around everything else, so that what the other parts leave without a body gets one.
    private sealed class ErrorAnswersFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseMiddleware<ErrorAnswers>();
            next(app);
        };
    }
}
