using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Diwan.Client;

/// <summary>Reads the body of a successful answer.</summary>
internal static class JsonAnswer
{
    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync(type, cancellation).ConfigureAwait(false)
                ?? throw new HttpRequestException(HttpRequestError.InvalidResponse, "The site answered null.", statusCode: answer.StatusCode);
        }
        catch (JsonException wrong)
        {
            // A sign-in page or a parked domain: answered 200, but by something else.
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The site answered something else than was asked for.", wrong, answer.StatusCode);
        }
    }
}
