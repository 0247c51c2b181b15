using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Hosting;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Diwan.Server.Public;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>Takes the form under an article in: 303 to the receipt, or the page again with what was typed and what is wrong.</summary>
internal sealed class SubmittedForm(
    IArticleStore articles, ICommentStore comments, SubmitComment submit, ArticlePages pages, WordBook book, ReaderKeys readers, ServeOptions options)
{
    public async Task TakeAsync(HttpContext http, string slug)
    {
        if (await articles.FindAsync(slug, http.RequestAborted) is not { } article)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!SameSite.IsOrRegistered(http.Request, options.Origins))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!http.Request.HasFormContentType)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (await ReadAsync(http) is not { } form) return;
        var result = await submit.RunAsync(
            new(article.Id, Field(form, "author"), Field(form, "text"), Field(form, "parentId"), Field(form, "email"),
                Field(form, "idempotencyKey"), readers.Of(http)),
            http.RequestAborted);
        switch (result)
        {
            case SubmitResult.Accepted accepted:
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = $"/r/{accepted.Receipt}";
                http.Response.Headers.CacheControl = "no-store";
                break;
            case SubmitResult.Refused refused:
                await pages.RefuseAsync(http, article, Status(refused), await AgainAsync(form, article, refused.Refusals, http.RequestAborted));
                break;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} has no answer.");
        }
    }

    private async Task<FormView> AgainAsync(IFormCollection form, Article article, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var words = book.In(article.Language);
        var parent = Field(form, "parentId") is { Length: > 0 } id ? await comments.FindAsync(id, ct) : null;
        return new()
        {
            Parent = parent is { Status: CommentStatus.Approved } && parent.ArticleId == article.Id ? parent : null,
            Author = Field(form, "author"),
            Text = Field(form, "text"),
            Email = Field(form, "email"),
            Errors = refusals.GroupBy(refusal => refusal.Field).ToDictionary(field => field.Key, field => RefusalWords.Of(words, field.First())),
        };
    }

    private static int Status(SubmitResult.Refused refused) =>
        refused.Refusals.Any(refusal => refusal.Code is RefusalCode.KeyConflict) ? StatusCodes.Status409Conflict
        : refused.Refusals.Any(refusal => refusal.Code is RefusalCode.ThreadClosed) ? StatusCodes.Status403Forbidden
        : StatusCodes.Status422UnprocessableEntity;

    private static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return null;
        }
    }

    // A field sent twice is taken as its first value: joining them would change what was typed.
    private static string? Field(IFormCollection form, string name) => form[name] is { Count: > 0 } values ? values[0] : null;
}
