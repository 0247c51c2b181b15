using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Hosting;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Diwan.Server.Public;
using Diwan.Storage;
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
        switch (await SubmitAsync(http, article, form))
        {
            case null:
                // Nothing was stored, and nothing that was typed may be lost.
                http.Response.Headers.RetryAfter = Busy.RetryAfter;
                await pages.RefuseAsync(
                    http, article, StatusCodes.Status503ServiceUnavailable,
                    await AgainAsync(form, article, words => new() { ["article"] = words["error.503.text"] }, http.RequestAborted));
                break;
            case SubmitResult.Accepted accepted:
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = $"/r/{accepted.Receipt}";
                http.Response.Headers.CacheControl = "no-store";
                break;
            case SubmitResult.Refused refused:
                await pages.RefuseAsync(http, article, Status(refused), await AgainAsync(form, article, words => Messages(words, refused), http.RequestAborted));
                break;
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} has no answer.");
        }
    }

    // Null when the store takes no more writes for the moment.
    private async Task<SubmitResult?> SubmitAsync(HttpContext http, Article article, IFormCollection form)
    {
        try
        {
            return await submit.RunAsync(
                new(article.Id, Field(form, "author"), Field(form, "text"), Field(form, "parentId"), Field(form, "email"),
                    Field(form, "idempotencyKey"), readers.Of(http)),
                http.RequestAborted);
        }
        catch (StoreBusyException)
        {
            return null;
        }
    }

    private async Task<FormView> AgainAsync(IFormCollection form, Article article, Func<Words, Dictionary<string, string>> errors, CancellationToken ct)
    {
        var words = book.In(article.Language);
        var parent = Field(form, "parentId") is { Length: > 0 } id ? await comments.FindAsync(id, ct) : null;
        return new()
        {
            Parent = parent is { Status: CommentStatus.Approved } && parent.ArticleId == article.Id ? parent : null,
            Author = Field(form, "author"),
            Text = Field(form, "text"),
            Email = Field(form, "email"),
            Errors = errors(words),
        };
    }

    private static Dictionary<string, string> Messages(Words words, SubmitResult.Refused refused) =>
        refused.Refusals.GroupBy(refusal => refusal.Field).ToDictionary(field => field.Key, field => RefusalWords.Of(words, field.First()));

    private static int Status(SubmitResult.Refused refused) =>
        refused.Refusals.Any(refusal => refusal.Code is RefusalCode.KeyConflict) ? StatusCodes.Status409Conflict
        : refused.Refusals.Any(refusal => refusal.Code is RefusalCode.ThreadClosed or RefusalCode.SignInRequired) ? StatusCodes.Status403Forbidden
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
