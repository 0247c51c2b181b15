using System.Text;
using Diwan.Comments.Articles;
using Diwan.Comments.Judging;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>The pages that belong to no article: the front page, the guidelines, privacy. Each is kept ready in every language.</summary>
internal sealed class SitePages(
    TheLatest latest, IPipelineSource pipelines, PageCache cache, PageRenderer renderer, WordBook book, PageOptions options)
{
    private const string Vary = "Accept-Encoding, Accept-Language, Cookie";
    private const int OnFrontPage = 60;

    public Task FrontAsync(HttpContext http) => SendAsync<FrontPage>(http, "/", titleKey: null,
        async () => new() { ["Entries"] = await latest.RunAsync(OnFrontPage) });

    public Task GuidelinesAsync(HttpContext http) => SendAsync<GuidelinesPage>(http, "/guidelines", "guidelines.title",
        () => Task.FromResult(new Dictionary<string, object?> { ["Policy"] = pipelines.Current.Policy }));

    public Task PrivacyAsync(HttpContext http) => SendAsync<PrivacyPage>(http, "/privacy", "privacy.title",
        () => Task.FromResult(new Dictionary<string, object?>()));

    private async Task SendAsync<TPage>(HttpContext http, string path, string? titleKey, Func<Task<Dictionary<string, object?>>> load)
        where TPage : IComponent
    {
        var words = book.In(Reader.Language(http));
        if (http.Response.Headers.SetCookie.Count > 0) http.Response.Headers.CacheControl = "private, max-age=0";
        var page = await cache.GetAsync(PageCache.Site, $"{path} {words.Language}", async () =>
        {
            var parameters = await load();
            parameters["Frame"] = new Frame(words, options.SiteName, titleKey is null ? null : words[titleKey]) { LanguagePath = path };
            return new OpenEnded(Encoding.UTF8.GetBytes(await renderer.RenderAsync<TPage>(parameters)));
        });
        await Answer.SendAsync(http, page!, Answer.Html, Vary);
    }
}
