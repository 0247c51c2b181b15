using System.Globalization;
using System.Text;
using Diwan.Comments.Articles;
using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>The page of an article. Its plain views are kept ready; a reply form, a refused form and later pages of a thread are made on request.</summary>
internal sealed class ArticlePages(
    KnownArticles known, IArticleStore articles, ICommentStore comments, ReadThread threads, FindInThread finder, RelatedCoverage related, TheLatest latest,
    PageCache cache, PageRenderer renderer, WordBook book, PageOptions options)
{
    private const string Vary = "Accept-Encoding, Cookie";
    private const int Beside = 6;

    // Names of the views that are kept, by order and size of text.
    private static readonly string[] Variants =
        [.. Enum.GetValues<ThreadSort>().SelectMany(order => Enumerable.Range(0, TextSize.Largest + 1).Select(size => string.Create(CultureInfo.InvariantCulture, $"page {order} {size}")))];

    private static readonly byte[] ClosedEnd = "</body>\n</html>"u8.ToArray();
    private static readonly byte[] OpenEnd = Encoding.ASCII.GetBytes($"<input type=\"hidden\" form=\"form\" name=\"idempotencyKey\" value=\"{new string('0', FormKeys.Length)}\">\n</body>\n</html>");
    private static readonly int KeyAt = OpenEnd.IndexOf("0"u8);

    public async Task ReadAsync(HttpContext http, string slug, string? sort, string? after, string? reply, string? branch)
    {
        var article = await known.FindAsync(slug);
        if (article is null || (sort is not null && !IsSort(sort)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (article.Slug != slug)
        {
            http.Response.Redirect($"/articles/{article.Slug}{http.Request.QueryString}", permanent: true);
            return;
        }

        var order = sort is null ? ThreadSort.Newest : Enum.Parse<ThreadSort>(sort, ignoreCase: true);
        var size = Reader.Size(http);
        if (!article.IsOwn) http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (http.Response.Headers.SetCookie.Count > 0 || size != TextSize.Usual) http.Response.Headers.CacheControl = "private, max-age=0";

        if (after is null && reply is null && branch is null)
        {
            var kept = await cache.GetAsync(article.Id, Variants[((int)order * (TextSize.Largest + 1)) + size], () => FirstPageAsync(article.Id, order, size));
            await Answer.SendAsync(http, kept!, Answer.Html, Vary, End(article.IsThreadClosed));
            return;
        }

        var parent = reply is null ? null : await comments.FindAsync(reply, http.RequestAborted);
        var alone = branch is null || await comments.FindAsync(branch, http.RequestAborted) is not { } root || root.ArticleId != article.Id
            ? null : await finder.BranchAsync(root, http.RequestAborted);
        if ((reply is not null && (parent is not { Status: CommentStatus.Approved } || parent.ArticleId != article.Id)) || (branch is not null && alone is null))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var whole = await articles.FindAsync(article.Id, http.RequestAborted) ?? throw new InvalidOperationException("An article is never removed.");
        var page = await RenderAsync(whole, order, after, size, new() { Parent = parent }, http.RequestAborted, alone);
        await Answer.SendAsync(http, page, Answer.Html, Vary, End(whole.IsThreadClosed));
    }

    /// <summary>The page once more, with what was typed and what is wrong with it.</summary>
    public async Task RefuseAsync(HttpContext http, Article article, int status, FormView form)
    {
        var page = await RenderAsync(article, ThreadSort.Newest, after: null, Reader.Size(http), form, http.RequestAborted);
        http.Response.StatusCode = status;
        http.Response.ContentType = Answer.Html;
        http.Response.Headers.CacheControl = Answer.NoStore;
        await http.Response.Body.WriteAsync(page.Beginning(Coding.Identity), http.RequestAborted);
        await http.Response.Body.WriteAsync(End(article.IsThreadClosed), http.RequestAborted);
    }

    private async Task<OpenEnded?> FirstPageAsync(string articleId, ThreadSort sort, int size) =>
        // Read again: whatever was read before the page's place in the cache was taken may be older than that place.
        await articles.FindAsync(articleId) is { } article ? await RenderAsync(article, sort, after: null, size, new(), CancellationToken.None) : null;

    private async Task<OpenEnded> RenderAsync(Article article, ThreadSort sort, string? after, int size, FormView form, CancellationToken ct, Conversation? branch = null)
    {
        var words = book.In(article.Language);
        var view = new ArticleView
        {
            Article = article,
            Words = words,
            Related = await related.RunAsync(article, ct),
            Latest = await latest.RunAsync(Beside, article.Id, ct),
            Conversation = branch ?? await threads.RunAsync(article.Id, sort, after, ct),
            IsBranch = branch is not null,
            Sort = sort,
            Size = size,
            ScriptWords = ScriptWords.ForPage(words),
            Form = form,
        };
        var frame = new Frame(view.Words, options.SiteName, article.Headline) { Size = size, IsPrivate = !article.IsOwn };
        var html = await renderer.RenderAsync<ArticlePage>(new Dictionary<string, object?> { ["Frame"] = frame, ["View"] = view });
        return new(Encoding.UTF8.GetBytes(html[..html.LastIndexOf("</body>", StringComparison.Ordinal)]));
    }

    // A new random key for every reader, so that sending a form twice is sending it once (see OpenEnded).
    private static byte[] End(bool isClosed)
    {
        if (isClosed) return ClosedEnd;
        var end = (byte[])OpenEnd.Clone();
        FormKeys.Next(end.AsSpan(KeyAt));
        return end;
    }

    private static bool IsSort(string sort) =>
        sort.All(char.IsAsciiLetter) && Enum.TryParse<ThreadSort>(sort, ignoreCase: true, out _);
}
