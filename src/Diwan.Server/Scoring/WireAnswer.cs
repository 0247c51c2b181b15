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

    /// <summary>Answers with what <paramref name="work"/> writes, or with the error it throws.</summary>
    /// <param name="http">The call.</param>
    /// <param name="known">Names of the fields that the answer may have.</param>
    /// <param name="work">Writes the answer, one JSON object.</param>
    public async Task SendAsync(HttpContext http, string[] known, Func<Utf8JsonWriter, Task> work)
    {
        var form = http.Request.Query["prettyPrint"] is ["false", ..] || http.Request.Query["$.prettyPrint"] is ["false", ..] ? Compact : Pretty;
        // Whole before it is sent: with its length known it leaves in one piece, without chunks.
        var bytes = new ArrayBufferWriter<byte>(InitialBytes);
        try
        {
            CheckAlt(http.Request);
            var mask = http.Request.Query["fields"] is [{ Length: > 0 } fields, ..] ? FieldMask.Read(fields, known) : null;
            using (var writer = new Utf8JsonWriter(bytes, form)) await work(writer);
            var withModel = settings.ModelInBody || http.Request.Query["model"] == "true";
            if (withModel || mask is not null) bytes = Changed(bytes.WrittenSpan, withModel, mask, form);
        }
        catch (WireException exception)
        {
            http.Response.StatusCode = exception.Error.Code;
            bytes = Written(exception.Error.ToJson(), form);
        }

        http.Response.ContentType = "application/json; charset=UTF-8";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers[ModelHeader] = _model;
        http.Response.ContentLength = bytes.WrittenCount;
        await http.Response.Body.WriteAsync(bytes.WrittenMemory, http.RequestAborted);
    }

    private ArrayBufferWriter<byte> Changed(ReadOnlySpan<byte> whole, bool withModel, FieldMask? mask, JsonWriterOptions form)
    {
        var answer = JsonNode.Parse(whole)!.AsObject();
        if (withModel) answer["model"] = Model();
        return Written(mask is null ? answer : mask.Apply(answer) ?? new JsonObject(), form);
    }

    private static ArrayBufferWriter<byte> Written(JsonNode body, JsonWriterOptions form)
    {
        var bytes = new ArrayBufferWriter<byte>(InitialBytes);
        using var writer = new Utf8JsonWriter(bytes, form);
        body.WriteTo(writer);
        return bytes;
    }

    private JsonObject Model() => new() { ["name"] = "diwan", ["version"] = scorer.Version, ["sha256"] = scorer.Sha256 };

    private static void CheckAlt(HttpRequest request)
    {
        if (request.Query["alt"] is [{ } alt, ..] && alt is not ("json" or "")) throw new WireException(WireError.Payload($"Invalid value at 'alt': only json is spoken here.", "alt"));
    }

    /// <summary>A client's text as it can be sent back: halves of surrogate pairs, which no UTF-8 can carry, become U+FFFD.</summary>
    public static string Sendable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
