using System.Text;
using System.Text.Json.Nodes;
using Diwan.Server.Scoring.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Diwan.Server.Scoring;

/// <summary>Reads the body of a request as a message.</summary>
internal static class RequestBody
{
    /// <summary>Largest body in bytes: a comment with its context, which may be an article of a megabyte in six-character escapes.</summary>
    public const int MaxBytes = 8 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The message in the body.</summary>
    /// <exception cref="WireException">It is too large, no UTF-8, or no JSON.</exception>
    public static async Task<Message> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBytes;
        using var bytes = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
            return Message.Of(Json(Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new WireException(WireError.Payload($"Request payload size exceeds the limit: {MaxBytes} bytes."));
        }
        catch (DecoderFallbackException)
        {
            throw new WireException(WireError.Payload("Invalid JSON payload received. The text is no UTF-8."));
        }
        catch (FormatException exception)
        {
            throw new WireException(WireError.Payload($"Invalid JSON payload received. {exception.Message}"));
        }
    }

    // An empty body is an empty message: what it lacks is then said in the usual order.
    private static JsonNode? Json(string text) => string.IsNullOrWhiteSpace(text) ? new JsonObject() : RelaxedJson.Read(text);
}
