using Diwan.Comments.Publishing;
using Diwan.Server.Hosting;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Views;
using Diwan.Server.Pages.Wording;
using Diwan.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Pages.Answers;

/// <summary>Gives every error a body: a problem for programs, a page in the reader's language for people. What nobody expected is a 500 and logged.</summary>
internal sealed partial class ErrorAnswers(
    RequestDelegate next, PageRenderer renderer, WordBook book, PageOptions options, ILogger<ErrorAnswers> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = exception.StatusCode;
        }
        catch (CursorException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            if (IsApi(http.Request))
            {
                await new Problem(StatusCodes.Status400BadRequest, "cursor_unknown", "The cursor is not one that was given out for this list.").WriteAsync(http);
                return;
            }
        }
        catch (StoreBusyException busy) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = Busy.RetryAfter;
            if (IsApi(http.Request))
            {
                await new Problem(StatusCodes.Status503ServiceUnavailable, "busy", busy.MayBeStored
                    ? "The answer of the database was lost: this request may have been stored. Send it again with the same idempotencyKey, and it is stored once."
                    : "More is being written than the store takes now. Nothing of this request was stored; send it again.").WriteAsync(http);
                return;
            }
        }
#pragma warning disable CA1031 // The last resort of a request: whatever it was, the reader gets an answer and the log its kind.
        catch (Exception exception) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            // The type alone: a message may quote what was sent.
            LogFailed(http.Request.Method, exception.GetType().Name, exception.StackTrace ?? "");
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        var response = http.Response;
        if (response.StatusCode < 400 || response.HasStarted || response.ContentType is not null || response.ContentLength is not null) return;
        response.Headers.Remove("ETag");
        response.Headers.ContentEncoding = default;
        await (IsApi(http.Request) ? new Problem(response.StatusCode, Code(response.StatusCode)).WriteAsync(http) : PageAsync(http));
    }

    private async Task PageAsync(HttpContext http)
    {
        var words = book.In(Reader.Language(http));
        var key = http.Response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => "error.405",
            StatusCodes.Status503ServiceUnavailable => "error.503",
            >= 500 => "error.500",
            StatusCodes.Status404NotFound => "error.404",
            _ => "error.405",
        };
        var html = await renderer.RenderAsync<ErrorPage>(new Dictionary<string, object?>
        {
            ["Frame"] = new Frame(words, options.SiteName, words[key + ".title"]) { IsPrivate = true },
            ["Text"] = words[key + ".text"],
        });
        http.Response.Headers.CacheControl = Answer.NoStore;
        http.Response.ContentType = Answer.Html;
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    private static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/v1alpha1") || request.Path.StartsWithSegments("/openapi");

    private static string Code(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "bad_request",
        StatusCodes.Status401Unauthorized => "unauthorised",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status408RequestTimeout => "request_timeout",
        StatusCodes.Status413PayloadTooLarge => "body_too_large",
        StatusCodes.Status415UnsupportedMediaType => "media_type_unsupported",
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "headers_too_large",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= 500 => "internal_error",
        _ => "request_refused",
    };

    [LoggerMessage(3201, LogLevel.Error, "A {Method} request failed with {Exception} {Trace}")]
    private partial void LogFailed(string method, string exception, string trace);
}
