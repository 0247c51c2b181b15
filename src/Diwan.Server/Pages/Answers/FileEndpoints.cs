using Diwan.Comments.Stores;
using Diwan.Server.Pages.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diwan.Server.Pages.Answers;

/// <summary>Serves what pages load: assets and the pictures of articles. Both are named by their content and never change.</summary>
internal static class FileEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/assets/{name}", AssetAsync);
        routes.MapPage("/media/{name}", Media);
    }

    private static Task AssetAsync(HttpContext http, string name, Assets assets)
    {
        if (assets.Find(name) is not { } asset)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.Headers.CacheControl = ForEver;
        return Answer.SendAsync(http, asset.Content, asset.ContentType, "Accept-Encoding");
    }

    private static IResult Media(HttpContext http, string name, IMediaStore media)
    {
        var type = Path.GetExtension(name) switch
        {
            ".jpg" => "image/jpeg",
            ".png" => "image/png",
            ".webp" => "image/webp",
            ".avif" => "image/avif",
            ".gif" => "image/gif",
            ".svg" => "image/svg+xml",
            _ => null,
        };
        if (type is null || media.Open(name) is not { } stream) return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        http.Response.Headers.CacheControl = ForEver;
        // A drawing opened by itself is a document: it may run nothing and load nothing.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return TypedResults.Stream(stream, type, enableRangeProcessing: true);
    }
}
