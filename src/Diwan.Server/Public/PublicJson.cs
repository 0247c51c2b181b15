using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>How the public API writes JSON: camel case, letters of every script as they are.</summary>
[JsonSerializable(typeof(ArticleShape))]
[JsonSerializable(typeof(CommentsShape))]
[JsonSerializable(typeof(CountsShape))]
[JsonSerializable(typeof(AcceptedShape))]
[JsonSerializable(typeof(ReceiptShape))]
[JsonSerializable(typeof(ReportedShape))]
[JsonSerializable(typeof(RemovedShape))]
[JsonSerializable(typeof(CountShape))]
internal sealed partial class PublicJson : JsonSerializerContext
{
    /// <summary>Media type of answers.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    public static PublicJson Instance { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>Answers with a shape.</summary>
    public static Task WriteAsync<T>(HttpContext http, int status, T shape, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        if (http.Response.Headers.CacheControl.Count == 0) http.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(http.Response.Body, shape, type, http.RequestAborted);
    }
}
