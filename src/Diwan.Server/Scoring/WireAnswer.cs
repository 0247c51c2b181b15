using System.Text;
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

    private readonly StringValues _model = $"{scorer.Version}; sha256={scorer.Sha256 ?? "none"}";

    /// <summary>Answers with what <paramref name="work"/> writes, or with the error it throws.</summary>
    /// <param name="http">The call.</param>
    /// <param name="known">Names of the fields that the answer may have.</param>
    /// <param name="work">Writes the answer, one JSON object.</param>
    public async Task SendAsync(HttpContext http, string[] known, Func<Utf8JsonWriter, Task> work)
    {
        var isPretty = !(http.Request.Query["prettyPrint"] is ["false", ..] || http.Request.Query["$.prettyPrint"] is ["false", ..]);
        // Whole before it is sent: with its length known it leaves in one piece, without chunks.
        using var answer = AnswerBuffer.Take();
        try
        {
            CheckAlt(http.Request);
            var mask = http.Request.Query["fields"] is [{ Length: > 0 } fields, ..] ? FieldMask.Read(fields, known) : null;
            var writer = answer.Begin(isPretty);
            await work(writer);
            writer.Flush();
            var withModel = settings.ModelInBody || http.Request.Query["model"] == "true";
            if (withModel || mask is not null) Change(answer, isPretty, withModel, mask);
        }
        catch (WireException exception)
        {
            http.Response.StatusCode = exception.Error.Code;
            Write(exception.Error.ToJson(), answer, isPretty);
        }

        http.Response.ContentType = "application/json; charset=UTF-8";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers[ModelHeader] = _model;
        http.Response.ContentLength = answer.Written.Length;
        await http.Response.Body.WriteAsync(answer.Written, http.RequestAborted);
    }

    private void Change(AnswerBuffer answer, bool isPretty, bool withModel, FieldMask? mask)
    {
        var whole = JsonNode.Parse(answer.Written.Span)!.AsObject();
        if (withModel) whole["model"] = Model();
        Write(mask is null ? whole : mask.Apply(whole) ?? new JsonObject(), answer, isPretty);
    }

    private static void Write(JsonNode body, AnswerBuffer answer, bool isPretty)
    {
        var writer = answer.Begin(isPretty);
        body.WriteTo(writer);
        writer.Flush();
    }

    private JsonObject Model() => new() { ["name"] = "diwan", ["version"] = scorer.Version, ["sha256"] = scorer.Sha256 };

    private static void CheckAlt(HttpRequest request)
    {
        if (request.Query["alt"] is [{ } alt, ..] && alt is not ("json" or "")) throw new WireException(WireError.Payload($"Invalid value at 'alt': only json is spoken here.", "alt"));
    }

    /// <summary>A client's text as it can be sent back: halves of surrogate pairs, which no UTF-8 can carry, become U+FFFD.</summary>
    public static string Sendable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
