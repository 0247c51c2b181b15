using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diwan.Moderation.Signals.Own;
using Diwan.Server.Scoring.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Diwan.Server.Scoring;

/// <summary>Writes answers of the Perspective protocol: pretty unless told otherwise, partial where a field mask asks, with the model's name in a header.</summary>
internal sealed class WireAnswer(AttributeScorer scorer, ScoringSettings settings)
{
    /// <summary>Header that names model, version and SHA-256 of the weights.</summary>
    public const string ModelHeader = "Diwan-Model";

    // Room for the answer about two attributes.
    private const int InitialBytes = 1024;

    // An answer is JSON and nothing else (nosniff): letters and quotes stay as they are.
    private static readonly JsonWriterOptions Pretty = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = Pretty.Encoder };

    private readonly StringValues _model = $"{scorer.Version}; sha256={scorer.Sha256 ?? "none"}";

    /// <summary>Answers with what <paramref name="work"/> gives, or with the error it throws.</summary>
    /// <param name="http">The call.</param>
    /// <param name="known">Names of the fields that the answer may have.</param>
    /// <param name="work">Finds the answer.</param>
    public async Task SendAsync(HttpContext http, string[] known, Func<Task<JsonObject>> work)
    {
        JsonNode? body;
        try
        {
            CheckAlt(http.Request);
            var mask = http.Request.Query["fields"] is [{ Length: > 0 } fields, ..] ? FieldMask.Read(fields, known) : null;
            var answer = await work();
            if (settings.ModelInBody || http.Request.Query["model"] == "true") answer["model"] = Model();
            body = mask?.Apply(answer) ?? answer;
        }
        catch (WireException exception)
        {
            http.Response.StatusCode = exception.Error.Code;
            body = exception.Error.ToJson();
        }

        await WriteAsync(http, body);
    }

    private JsonObject Model() => new() { ["name"] = "diwan", ["version"] = scorer.Version, ["sha256"] = scorer.Sha256 };

    private static void CheckAlt(HttpRequest request)
    {
        if (request.Query["alt"] is [{ } alt, ..] && alt is not ("json" or "")) throw new WireException(WireError.Payload($"Invalid value at 'alt': only json is spoken here.", "alt"));
    }

    private async Task WriteAsync(HttpContext http, JsonNode? body)
    {
        http.Response.ContentType = "application/json; charset=UTF-8";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers[ModelHeader] = _model;
        var compact = http.Request.Query["prettyPrint"] is ["false", ..] || http.Request.Query["$.prettyPrint"] is ["false", ..];
        // Whole before it is sent: with its length known it leaves in one piece, without chunks.
        var bytes = new ArrayBufferWriter<byte>(InitialBytes);
        using (var writer = new Utf8JsonWriter(bytes, compact ? Compact : Pretty)) (body ?? new JsonObject()).WriteTo(writer);
        http.Response.ContentLength = bytes.WrittenCount;
        await http.Response.Body.WriteAsync(bytes.WrittenMemory, http.RequestAborted);
    }

    /// <summary>A client's text as it can be sent back: halves of surrogate pairs, which no UTF-8 can carry, become U+FFFD.</summary>
    public static string Sendable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
