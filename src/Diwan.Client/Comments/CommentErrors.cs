using System.Text.Json;

namespace Diwan.Client.Comments;

/// <summary>Reads the problem details (RFC 9457) that the comment API answers.</summary>
internal static class CommentErrors
{
    public static async Task<DiwanException> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var problem = Parse(await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        return new(answer.StatusCode, problem?.Detail ?? problem?.Title ?? $"The site answered HTTP status {(int)answer.StatusCode} without problem details.")
        {
            Code = problem?.Code,
            Problems = problem?.Errors ?? [],
            RetryAfter = answer.Headers.RetryAfter?.Delta,
        };
    }

    // A proxy between us and the site answers as it likes.
    private static WireProblem? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, CommentWire.Default.WireProblem);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
