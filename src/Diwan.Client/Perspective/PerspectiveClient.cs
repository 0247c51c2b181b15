using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace Diwan.Client.Perspective;

/// <summary>Scores comments, in the protocol of the Perspective API: <c>POST v1alpha1/comments:analyze</c> and <c>:suggestscore</c>.</summary>
/// <remarks>
/// Every call throws <see cref="PerspectiveException"/> when the site answers an error, <see cref="HttpRequestException"/> when it cannot be
/// reached or answers what is no JSON of the protocol, and <see cref="TaskCanceledException"/> when the time is up or the call was cancelled.
/// Nothing is tried twice. One client serves any number of calls at once.
/// </remarks>
/// <param name="http">Its base address is the root of the site and ends in a slash; its timeout is the longest wait for an answer.</param>
/// <param name="key">Sent as the query parameter <c>key</c>; null for a site that is served without keys.</param>
public sealed class PerspectiveClient(HttpClient http, string? key = null)
{
    private readonly string _query = key is null ? "" : $"?key={Uri.EscapeDataString(key)}";

    /// <summary>Scores one comment.</summary>
    /// <param name="request">Text of at most 20,480 bytes of UTF-8, and the attributes to score.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>Scores from 0 to 1 by attribute, with spans in UTF-16 units of the text, and the languages.</returns>
    /// <exception cref="PerspectiveException">The site answered an error; its properties say which.</exception>
    public async Task<AnalyzeResult> AnalyzeAsync(AnalyzeRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = request.Article is null && request.ParentComment is null
            ? null
            : new WireContext(new(TextOrNull(request.Article), TextOrNull(request.ParentComment)));
        var wire = new WireAnalyze(
            new(request.Text), context, request.Attributes.ToDictionary(attribute => attribute.Name, attribute => new WireRequestedAttribute(attribute.ScoreThreshold)),
            request.Languages.Count == 0 ? null : request.Languages, request.SpanAnnotations, request.DoNotStore, request.DropUnsupportedAttributes,
            request.ClientToken, request.SessionId, request.CommunityId);
        var (answer, model) = await CallAsync("analyze", wire, PerspectiveWire.Default.WireAnalyze, PerspectiveWire.Default.WireAnalyzed, cancellation).ConfigureAwait(false);
        return new(
            answer.AttributeScores?.ToDictionary(pair => pair.Key, pair => Score(pair.Value)) ?? [],
            answer.Languages ?? [], answer.DetectedLanguages ?? [], answer.ClientToken) { Model = model };
    }

    /// <summary>Suggests what a comment should have scored.</summary>
    /// <param name="request">Text of at most 20,480 bytes of UTF-8, and scores from 0 to 1 by attribute.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The languages found and claimed.</returns>
    /// <exception cref="PerspectiveException">The site answered an error; its properties say which.</exception>
    public async Task<SuggestResult> SuggestAsync(SuggestRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var wire = new WireSuggest(
            new(request.Text), request.Scores.ToDictionary(pair => pair.Key, pair => new WireAttributeScore(new(pair.Value))),
            request.Languages.Count == 0 ? null : request.Languages, request.ClientToken, request.SessionId, request.CommunityId);
        var (answer, _) = await CallAsync("suggestscore", wire, PerspectiveWire.Default.WireSuggest, PerspectiveWire.Default.WireSuggested, cancellation).ConfigureAwait(false);
        return new(answer.DetectedLanguages ?? [], answer.RequestedLanguages ?? [], answer.ClientToken);
    }

    private async Task<(TAnswer Answer, string? Model)> CallAsync<TRequest, TAnswer>(
        string method, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"v1alpha1/comments:{method}{_query}", UriKind.Relative), request, requestType, cancellation).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode) throw await PerspectiveErrors.ReadAsync(answer, cancellation).ConfigureAwait(false);
        var model = answer.Headers.TryGetValues("Diwan-Model", out var names) ? names.First() : null;
        return (await JsonAnswer.ReadAsync(answer, answerType, cancellation).ConfigureAwait(false), model);
    }

    private static WireText? TextOrNull(string? text) => text is null ? null : new(text);

    // A span without a score says nothing; protocol buffers leave a beginning of 0 out when there is an end.
    private static AttributeScore Score(WireAttributeScore score) => new(
        score.SummaryScore?.Value,
        [.. (score.SpanScores ?? []).Where(span => span.Score is not null)
            .Select(span => new SpanScore(span.Begin ?? (span.End is null ? null : 0), span.End, span.Score!.Value))]);
}
