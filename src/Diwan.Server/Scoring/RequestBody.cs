using System.IO.Pipelines;
using System.Text;
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
        try
        {
            return Message.Of(Json(await TextAsync(http.Request.BodyReader, http.RequestAborted)));
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

    private static async Task<string> TextAsync(PipeReader body, CancellationToken ct)
    {
        while (true)
        {
            var read = await body.ReadAsync(ct);
            // What is taken in keeps the connection usable, also where it is no UTF-8. Kestrel counts, and throws beyond the limit.
            var consumed = read.Buffer.Start;
            try
            {
                if (!read.IsCompleted) continue;
                consumed = read.Buffer.End;
                return Strict.GetString(read.Buffer);
            }
            finally
            {
                body.AdvanceTo(consumed, read.Buffer.End);
            }
        }
    }

    // An empty body is an empty message: what it lacks is then said in the usual order.
    private static object? Json(string text) => string.IsNullOrWhiteSpace(text) ? new Members() : RelaxedJson.Read(text);
}
