using System.Text.Json.Nodes;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Server.Scoring.Requests;
using Diwan.Server.Scoring.Wire;

namespace Diwan.Server.Scoring.Answers;

/// <summary>Scores what <c>comments:analyze</c> asks for, in the shape callers of the Perspective API read.</summary>
internal sealed class AnalyzeAnswer(AttributeScorer scorer, ILanguageIdentifier identifier, ScoringSettings settings)
{
    /// <summary>Names of the answer's fields.</summary>
    public static readonly string[] Fields = ["attributeScores", "languages", "detectedLanguages", "clientToken"];

    /// <summary>The answer to a request.</summary>
    /// <exception cref="WireException">An attribute is not scored for the language, or the language cannot be told.</exception>
    public JsonObject To(AnalyzeRequest request)
    {
        var language = SpokenLanguage.Of(request.Text, request.Languages, identifier, settings);
        if (language.Effective.Count == 0) throw new WireException(WireError.Invalid("Unable to detect language", "LANGUAGE_DETECTION_FAILED"));

        var scores = new JsonObject();
        var readings = new Readings(scorer, request.Text, request.Spans);
        foreach (var attribute in request.Attributes)
        {
            if (IsSupported(attribute, language, request.DropUnsupported))
                scores[attribute.Name] = ShapeOf(attribute, readings.In(LanguageFor(attribute, language)));
        }

        var answer = new JsonObject
        {
            ["attributeScores"] = scores,
            ["languages"] = WireValues.Texts(language.Effective),
            ["detectedLanguages"] = WireValues.Texts(language.Detected),
        };
        if (request.ClientToken is { } token) answer["clientToken"] = WireAnswer.Sendable(token);
        return answer;
    }

    // What a client names must all be supported, as at Google.
    private bool IsSupported(RequestedAttribute attribute, SpokenLanguage language, bool drop)
    {
        var unsupported = language.Effective.Where(code =>
            SpokenLanguage.Claimed(code, language.Used) is var named && (named.Code == "und" || !scorer.Supports(attribute.Attribute, named))).ToList();
        if (unsupported.Count == 0) return true;
        return drop ? false : throw new WireException(WireError.Language(attribute.Name, unsupported, language.Requested, language.Detected));
    }

    // Where the text's own language has no such score, the language the client named has: a few words of a third language
    // must not turn a score into an error, after which some callers publish.
    private IdentifiedLanguage LanguageFor(RequestedAttribute attribute, SpokenLanguage language) =>
        scorer.Supports(attribute.Attribute, language.Used) ? language.Used : SpokenLanguage.Claimed(language.Effective[0], language.Used);

    private static JsonObject ShapeOf(RequestedAttribute attribute, Reading reading)
    {
        var shape = new JsonObject();
        var spans = new JsonArray();
        foreach (var (span, scores) in reading.Parts)
        {
            if (Find(scores, attribute.Attribute) is not { } part || part < attribute.Threshold) continue;
            spans.Add((JsonNode)new JsonObject { ["begin"] = span.Start, ["end"] = span.End, ["score"] = Value(part) });
        }

        if (spans.Count > 0) shape["spanScores"] = spans;
        if (Find(reading.Whole, attribute.Attribute) is { } score && !(score < attribute.Threshold)) shape["summaryScore"] = Value(score);
        return shape;
    }

    // A handful, of which one or two are asked for: no table of them is worth its making.
    private static double? Find(IReadOnlyList<AttributeScore> scores, string attribute)
    {
        foreach (var score in scores)
        {
            if (score.Attribute == attribute) return score.Score;
        }

        return null;
    }

    // Google's scores are floats of 32 bits, and so are these: fixtures compare.
    private static JsonObject Value(double score) => new() { ["value"] = (float)score, ["type"] = "PROBABILITY" };
}
