using Diwan.Comments.Judging;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Diwan.Server.Public;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>Where a reader reports a published comment, and the lasting address of one comment.</summary>
internal sealed class ReportPages(
    ICommentStore comments, IArticleStore articles, ReportComment report, IPipelineSource pipelines,
    PageRenderer renderer, WordBook book, PageOptions options, ReaderKeys readers)
{
    public async Task AskAsync(HttpContext http, string id) => await ShowAsync(http, id, new());

    public async Task TakeAsync(HttpContext http, string id)
    {
        if (!SameSite.Is(http.Request) || !http.Request.HasFormContentType)
        {
            http.Response.StatusCode = SameSite.Is(http.Request) ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status403Forbidden;
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string? guideline = form["guideline"], note = form["note"];
        var result = await report.RunAsync(id, guideline, note, readers.Of(http), http.RequestAborted);
        await ShowAsync(http, id, new() { Guideline = guideline, Note = note, Result = result });
    }

    private async Task ShowAsync(HttpContext http, string id, ReportView view)
    {
        if (await comments.FindAsync(id, http.RequestAborted) is not { Status: CommentStatus.Approved } comment
            || await articles.FindAsync(comment.ArticleId, http.RequestAborted) is not { } article)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var words = book.In(article.Language);
        var html = await renderer.RenderAsync<ReportPage>(new Dictionary<string, object?>
        {
            ["Frame"] = new Frame(words, options.SiteName, words["report.heading"]) { IsPrivate = true },
            ["View"] = view with { Comment = comment, Article = article, Policy = pipelines.Current.Policy },
        });
        http.Response.StatusCode = view.Result is ReportResult.GuidelineUnknown or ReportResult.NoteMalformed
            ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        http.Response.Headers.CacheControl = Answer.NoStore;
        http.Response.ContentType = Answer.Html;
        await http.Response.WriteAsync(html, http.RequestAborted);
    }
}
