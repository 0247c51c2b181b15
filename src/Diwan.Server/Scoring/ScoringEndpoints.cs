using System.Text.Json.Nodes;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Server.Scoring.Answers;
using Diwan.Server.Scoring.Feedback;
using Diwan.Server.Scoring.Keys;
using Diwan.Server.Scoring.Requests;
using Diwan.Server.Scoring.Wire;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Scoring;

/// <summary>The three addresses of the Perspective protocol.</summary>
internal sealed class ScoringEndpoints(
    KeyCheck keys, AttributeScorer scorer, ILanguageIdentifier identifier, ScoringSettings settings, KeepSuggestion keep, DoNotStoreRecord stored)
{
    private readonly WireAnswer _answer = new(scorer, settings);
    private readonly AnalyzeAnswer _analyze = new(scorer, identifier, settings);

    public Task AnalyzeAsync(HttpContext http) => _answer.SendAsync(http, AnalyzeAnswer.Fields, async writer =>
    {
        await keys.CheckAsync(http);
        var body = await RequestBody.ReadAsync(http);
        if (scorer.Version is "none") throw new WireException(new(503, "UNAVAILABLE", "There is no model on this server, so nothing can be scored."));
        var request = AnalyzeRequest.Of(body, settings, scorer.Attributes, scorer.Version);
        _analyze.Write(request, writer);
        stored.Note(http, request.DoNotStore);
    });

    public Task SuggestAsync(HttpContext http) => _answer.SendAsync(http, ["detectedLanguages", "requestedLanguages", "clientToken"], async writer =>
    {
        await keys.CheckAsync(http);
        var request = SuggestRequest.Of(await RequestBody.ReadAsync(http), settings);
        var language = SpokenLanguage.Of(request.Text, request.Languages, identifier, settings);
        stored.Note(http, request.DoNotStore, await keep.RunAsync(request, language.Used.Code, http.RequestAborted));
        var answer = new JsonObject { ["detectedLanguages"] = WireValues.Texts(language.Detected), ["requestedLanguages"] = WireValues.Texts(request.Languages) };
        if (request.ClientToken is { } token) answer["clientToken"] = WireAnswer.Sendable(token);
        answer.WriteTo(writer);
    });

    // The document's root decides where clients send their calls: the very address they found it at.
    public Task DescribeAsync(HttpContext http) => _answer.SendAsync(http, [.. Discovery.Fields], writer =>
    {
        var version = http.Request.Query["version"];
        if (version is not ([] or ["v1alpha1"])) throw new WireException(new(404, "NOT_FOUND", "Discovery document not found for API service: the version is v1alpha1."));
        Discovery.Document($"{http.Request.Scheme}://{http.Request.Host}/").WriteTo(writer);
        return Task.CompletedTask;
    });
}
