using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Operations;

/// <summary>Lets the site live below a path of the publisher's own, such as <c>/comments</c>, whether the proxy before it takes that path off or not.</summary>
internal sealed class PublicPath(RequestDelegate next, ServeOptions options)
{
    private readonly PathString _prefix = new(options.PublicUrl?.AbsolutePath.TrimEnd('/') ?? "");

    public Task InvokeAsync(HttpContext http)
    {
        if (!_prefix.HasValue) return next(http);
        if (http.Request.Path.StartsWithSegments(_prefix, StringComparison.OrdinalIgnoreCase, out var rest)) http.Request.Path = rest.HasValue ? rest : "/";
        http.Request.PathBase = _prefix;
        http.Response.OnStarting(() =>
        {
            // Redirects are written as if there were no prefix; those of ASP.NET's own know it already.
            var to = http.Response.Headers.Location.ToString();
            if (to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !new PathString(to.Split('?', '#')[0]).StartsWithSegments(_prefix))
                http.Response.Headers.Location = _prefix + to;
            return Task.CompletedTask;
        });
        return next(http);
    }
}
