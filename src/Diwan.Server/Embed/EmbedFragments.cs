using System.Globalization;
using System.Text;
using Diwan.Comments.Articles;
using Diwan.Comments.Judging;
using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Embed.Views;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Diwan.Server.Public;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Embed;

/// <summary>A thread as a piece of HTML for somebody else's page: included by the publisher's server, or fetched by the script.</summary>
/// <remarks>Query: <c>lang</c>, a language tag, else the article's language; <c>sort</c> and <c>after</c> as in the API; <c>comment</c>, an id,
/// for the page where that comment stands.</remarks>
internal sealed class EmbedFragments(
    KnownArticles known, IArticleStore articles, ICommentStore comments, ArticleByAddress addresses, ReadThread threads, FindInThread finder, IPipelineSource pipelines,
    PageCache cache, PageRenderer renderer, WordBook book, PublicLinks links)
{
    public async Task ByAddressAsync(HttpContext http, string? url) =>
        await SendAsync(http, url is null ? null : await addresses.FindAsync(url, http.RequestAborted));

    public async Task ByIdAsync(HttpContext http, string id) => await SendAsync(http, await known.FindAsync(id, http.RequestAborted));

    private async Task SendAsync(HttpContext http, KnownArticle? article)
    {
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var query = http.Request.Query;
        if (article is null || !SortNames.TryRead(query["sort"], out var sort))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            // Nothing at all: what a server includes must not be our page about an error.
            http.Response.ContentLength = 0;
            return;
        }

        var words = book.In(Reader.Known(query["lang"]) ?? article.Language);
        string? after = query["after"];
        Conversation? branch = null;
        if (after is null && query["comment"] is [{ } id] && await comments.FindAsync(id, http.RequestAborted) is { Status: CommentStatus.Approved } comment && comment.ArticleId == article.Id)
        {
            sort = ThreadSort.Newest;
            (after, var needsBranch) = await finder.PageAsync(comment, http.RequestAborted);
            branch = needsBranch ? await finder.BranchAsync(comment, http.RequestAborted) : null;
        }

        var fragment = after is null && branch is null
            ? await cache.GetAsync(article.Id, string.Create(CultureInfo.InvariantCulture, $"embed {sort} {words.Language}"), () => FirstAsync(article.Id, sort, words))
            : await RenderAsync((await articles.FindAsync(article.Id, http.RequestAborted))!, sort, after, words, http.RequestAborted, branch);
        await Answer.SendAsync(http, fragment!, Answer.Html, "Accept-Encoding");
    }

    // Read again for the same reason as an article's page: what is kept must not be older than its place in the cache.
    private async Task<OpenEnded?> FirstAsync(string articleId, ThreadSort sort, Words words) =>
        await articles.FindAsync(articleId) is { } article ? await RenderAsync(article, sort, after: null, words, CancellationToken.None) : null;

    private async Task<OpenEnded> RenderAsync(Article article, ThreadSort sort, string? after, Words words, CancellationToken ct, Conversation? branch = null)
    {
        var view = new ThreadView
        {
            Article = article,
            Words = words,
            Conversation = branch ?? await threads.RunAsync(article.Id, sort, after, ct),
            IsBranch = branch is not null,
            Sort = sort,
            ScriptWords = ScriptWords.ForEmbed(words),
            IdPrefix = "diwan-",
        };
        var html = await renderer.RenderFragmentAsync<EmbeddedThread>(new Dictionary<string, object?> { ["View"] = view, ["Policy"] = pipelines.Current.Policy });
        return new(Encoding.UTF8.GetBytes(RootedLinks.Prefix(html, links.Site)));
    }
}
