using System.Text.Json;

namespace Diwan.Client.Perspective;

/// <summary>Reads the error bodies of the Perspective protocol.</summary>
internal static class PerspectiveErrors
{
    public static async Task<PerspectiveException> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var error = Parse(await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        var details = error?.Details?.OfType<WireDetail>().ToList() ?? [];
        var language = details.Find(detail => detail.LanguageNotSupportedByAttributeError is not null)?.LanguageNotSupportedByAttributeError;
        return new(answer.StatusCode, error?.Message ?? $"The site answered HTTP status {(int)answer.StatusCode} without a body of the Perspective protocol.")
        {
            Code = error?.Code,
            Status = error?.Status,
            ErrorType = details.Find(detail => detail.ErrorType is not null)?.ErrorType,
            Reason = details.Find(detail => detail.Reason is not null)?.Reason,
            UnsupportedAttribute = language?.Attribute,
            DetectedLanguages = language?.DetectedLanguages ?? [],
            RequestedLanguages = language?.RequestedLanguages ?? [],
            RetryAfter = answer.Headers.RetryAfter?.Delta,
        };
    }

    // A proxy between us and the site answers as it likes.
    private static WireError? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PerspectiveWire.Default.WireEnvelope)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
