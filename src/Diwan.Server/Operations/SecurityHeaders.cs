using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Operations;

/// <summary>Headers that every answer to a browser carries: nothing from elsewhere runs, nothing is guessed, nothing leaks by the referrer.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // No inline script or style, no third party: what a page needs comes from this site.
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        Put(context.Response.Headers);
        return next(context);
    }

    /// <summary>Puts them on an answer that passes by what follows routing.</summary>
    public static void Put(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
