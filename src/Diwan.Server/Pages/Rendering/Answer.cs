using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Sends finished bytes in the coding the client takes, or 304 when it has them.</summary>
internal static class Answer
{
    /// <summary>Anybody may keep it, and asks again whether it still holds; a shared cache need not ask more than once a second.</summary>
    public const string Public = "public, max-age=0, s-maxage=1";

    /// <summary>Nobody keeps it.</summary>
    public const string NoStore = "no-store";

    /// <summary>Media type of pages.</summary>
    public const string Html = "text/html; charset=utf-8";

    /// <summary>Sends it with 200, or 304.</summary>
    public static Task SendAsync(HttpContext http, OpenEnded answer, string contentType, string vary, byte[]? end = null)
    {
        var coding = CodingChoice.For(http.Request);
        var headers = http.Response.Headers;
        var tag = answer.TagOf(coding);
        headers.ETag = tag;
        headers.Vary = vary;
        if (headers.CacheControl.Count == 0) headers.CacheControl = Public;
        if (IsKnown(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        answer.Use();
        if (CodingChoice.Name(coding) is { } name) headers.ContentEncoding = name;
        http.Response.ContentType = contentType;
        // Straight into the connection's own buffer, which leaves when the request ends.
        var body = http.Response.BodyWriter;
        if (end is null)
        {
            var whole = answer.Whole(coding);
            http.Response.ContentLength = whole.Length;
            body.Write(whole.Span);
            return Task.CompletedTask;
        }

        var beginning = answer.Beginning(coding);
        var closing = new byte[end.Length + OpenEnded.MaxAround].AsSpan();
        closing = closing[..answer.Close(coding, end, closing)];
        http.Response.ContentLength = beginning.Length + closing.Length;
        body.Write(beginning.Span);
        body.Write(closing);
        return Task.CompletedTask;
    }

    private static bool IsKnown(HttpRequest request, string tag)
    {
        var given = request.Headers.IfNoneMatch;
        if (given.Count == 0) return false;
        if (given == tag) return true;
        var ours = EntityTagHeaderValue.Parse(tag);
        return EntityTagHeaderValue.TryParseList(given, out var known)
            && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(ours, useStrongComparison: false));
    }
}
