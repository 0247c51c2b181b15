using System.Text.Json;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>A JSON object as it was sent, read field by field so that every mistake gets its own answer and no text is changed on the way.</summary>
internal sealed class JsonBody : IDisposable
{
    // Objects of this API are flat; deeper ones are somebody's experiment.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly JsonDocument _document;

    private JsonBody(JsonDocument document) => _document = document;

    /// <summary>Reads the body; null when it is no JSON object: the problem has been answered then.</summary>
    public static async Task<JsonBody?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await new Problem(StatusCodes.Status415UnsupportedMediaType, "media_type_unsupported", "Send application/json.").WriteAsync(http);
            return null;
        }

        try
        {
            var document = await JsonDocument.ParseAsync(http.Request.Body, Reading, http.RequestAborted);
            if (document.RootElement.ValueKind is JsonValueKind.Object) return new(document);
            document.Dispose();
            await new Problem(StatusCodes.Status400BadRequest, "json_not_object", "The body must be a JSON object.").WriteAsync(http);
        }
        catch (JsonException)
        {
            await new Problem(StatusCodes.Status400BadRequest, "json_malformed", "The body is not well-formed JSON in UTF-8.").WriteAsync(http);
        }

        return null;
    }

    /// <summary>Reads texts by name; a missing or null one is null. Null when one is no text or not well-formed: the problem has been answered then.</summary>
    public async Task<string?[]?> TextsAsync(HttpContext http, params string[] names)
    {
        var texts = new string?[names.Length];
        var errors = new List<FieldProblem>();
        for (var i = 0; i < names.Length; i++)
        {
            if (!_document.RootElement.TryGetProperty(names[i], out var value) || value.ValueKind is JsonValueKind.Null) continue;
            if (value.ValueKind is not JsonValueKind.String)
                errors.Add(new(names[i], "not_a_text", "The field must be a text."));
            else if (!TryText(value, out texts[i]))
                errors.Add(new(names[i], "ill_formed", "The field holds ill-formed Unicode or a NUL character."));
        }

        if (errors.Count == 0) return texts;
        await new Problem(StatusCodes.Status400BadRequest, errors[0].Code, errors[0].Detail, errors).WriteAsync(http);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static bool TryText(JsonElement value, out string? text)
    {
        try
        {
            text = value.GetString()!;
            return !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // What GetString says of bytes that are not UTF-8 and of an escaped half of a surrogate pair.
            text = null;
            return false;
        }
    }
}
