using Diwan.Server.Scoring.Wire;

namespace Diwan.Server.Scoring.Requests;

/// <summary>What <c>comments:suggestscore</c> sends: a comment and the scores somebody thinks right.</summary>
/// <param name="Text">The comment, exactly as sent.</param>
/// <param name="Scores">Attribute → score of the whole, 0 to 1.</param>
/// <param name="Languages">As the client names them.</param>
/// <param name="Context">The first text of its context; null for none.</param>
/// <param name="CommunityId">Which community it is from; null when not said.</param>
/// <param name="ClientToken">Given back as it is; null when none came.</param>
/// <param name="DoNotStore">True when the client forbids keeping it.</param>
internal sealed record SuggestRequest(
    string Text, IReadOnlyList<KeyValuePair<string, double>> Scores, IReadOnlyList<string> Languages, string? Context, string? CommunityId, string? ClientToken, bool DoNotStore)
{
    private const int MostScores = 50, LongestName = 100;

    /// <summary>Reads a request; its errors are found in this order: comment, context, scores, the rest.</summary>
    public static SuggestRequest Of(Message request, ScoringSettings settings)
    {
        if (settings.Strict) request.Only("comment", "context", "attributeScores", "languages", "communityId", "clientToken", "sessionId", "doNotStore");
        var text = TextEntry.Comment(request, settings);
        TextEntry.CheckContext(request, settings);
        if (request.Map("attributeScores") is not { Count: > 0 and <= MostScores } suggested)
            throw new WireException(WireError.Invalid("Missing attribute_scores", "INVALID_REQUEST"));
        var scores = suggested.Select(pair => ScoreOf(pair.Key, pair.Value, text)).OfType<KeyValuePair<string, double>>().ToList();
        return new(
            text, scores, AnalyzeRequest.LanguagesOf(request), request.Child("context")?.List("entries") is [var first, ..] ? first.Text("text") : null,
            request.Text("communityId"), request.Text("clientToken"), request.Flag("doNotStore"));
    }

    private static KeyValuePair<string, double>? ScoreOf(string name, Message scores, string text)
    {
        if (name.Length is 0 or > LongestName) throw Wrong($"Attribute name '{(name.Length == 0 ? "" : "…")}' is not valid.");
        var spans = scores.List("spanScores");
        foreach (var span in spans)
        {
            if (span.Number("begin") is not { } begin || span.Number("end") is not { } end || begin < 0 || end > text.Length || begin >= end
                || !double.IsInteger(begin) || !double.IsInteger(end))
                throw Wrong($"Span scores of attribute {name} need a begin and an end within the comment.");
            Value(span.Child("score"), name);
        }

        if (scores.Child("summaryScore") is { } summary) return new(name, Value(summary, name));
        return spans.Count > 0 ? null : throw Wrong($"Attribute {name} has neither a summary score nor span scores.");
    }

    private static double Value(Message? score, string name)
    {
        if (score?.Number("value") is not ({ } value and >= 0 and <= 1)) throw Wrong($"Scores of attribute {name} are numbers from 0 to 1.");
        var type = score.Enum("type", WireValues.ScoreTypes);
        return type is "SCORE_TYPE_UNSPECIFIED" or "PROBABILITY" ? value : throw Wrong($"Score type {type} is not supported by attribute {name}");
    }

    private static WireException Wrong(string message) => new(WireError.Invalid(message, "INVALID_REQUEST"));
}
