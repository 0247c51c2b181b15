using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Diwan.Server.Hosting;

/// <summary>An error of the API, as RFC 9457 describes it, with a stable <c>code</c>.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable, in snake case: what programs branch on.</param>
/// <param name="Detail">One English sentence for people; null when the code says all.</param>
/// <param name="Errors">Every bad field; null when it is about none.</param>
public sealed record Problem(int Status, string Code, string? Detail = null, IReadOnlyList<FieldProblem>? Errors = null)
{
    /// <summary>Media type of the answer.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Name of the kind of problem; its code says which one exactly.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "about:blank";

    /// <summary>What HTTP calls the status.</summary>
    [JsonPropertyOrder(-1)]
    public string Title => ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>Answers with this problem; never cached.</summary>
    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(http.Response.Body, this, ProblemJson.Instance.Problem, http.RequestAborted);
    }
}

/// <summary>One bad field of a request.</summary>
/// <param name="Field">Its name in the API.</param>
/// <param name="Code">Why, stable, in snake case.</param>
/// <param name="Detail">One English sentence for people.</param>
/// <param name="Limit">The bound that was passed, where there is one.</param>
public sealed record FieldProblem(string Field, string Code, string Detail, int? Limit = null);

[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    // Its own options, not the generated default's: those escape every letter that is not ASCII.
    public static ProblemJson Instance { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
