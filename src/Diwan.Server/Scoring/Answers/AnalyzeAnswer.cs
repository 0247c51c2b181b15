using System.Text.Json.Nodes;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Server.Scoring.Requests;
using Diwan.Server.Scoring.Wire;

namespace Diwan.Server.Scoring.Answers;

/// <summary>Scores what <c>comments:analyze</c> asks for, in the shape callers of the Perspective API read.</summary>
internal sealed class AnalyzeAnswer(AttributeScorer scorer, ILanguageIdentifier identifier, ScoringSettings settings)
{
    /// <summary>The answer to a request.</summary>
    /// <exception cref="WireException">An attribute is not scored for the language, or the language cannot be told.</exception>
    public JsonObject To(AnalyzeRequest request)
    {
        var language = SpokenLanguage.Of(request.Text, request.Languages, identifier, settings);
        if (language.Effective.Count == 0) throw new WireException(WireError.Invalid("Unable to detect language", "LANGUAGE_DETECTION_FAILED"));

        var supported = request.Attributes.Where(attribute => IsSupported(attribute, language, request.DropUnsupported)).ToList();
        var whole = Score(request.Text, language.Used);
        IReadOnlyList<TextSpan> sentences = request.Spans ? Sentences.Of(request.Text) : [new(0, request.Text.Length)];
        var parts = sentences is [{ Start: 0 } only] && only.End == request.Text.Length
            ? new List<Dictionary<string, double>> { whole }
            : sentences.Select(sentence => Score(request.Text[sentence.Start..sentence.End], language.Used)).ToList();

        var scores = new JsonObject();
        foreach (var attribute in supported)
        {
            if (!whole.TryGetValue(attribute.Attribute, out var score)) continue;
            scores[attribute.Name] = ShapeOf(attribute, score, sentences, parts);
        }

        var answer = new JsonObject
        {
            ["attributeScores"] = scores,
            ["languages"] = Texts(language.Effective),
            ["detectedLanguages"] = Texts(language.Detected),
        };
        if (request.ClientToken is { } token) answer["clientToken"] = WireAnswer.Sendable(token);
        return answer;
    }

    // What a client names must all be supported, as at Google; and so must the language the text turns out to be in.
    private bool IsSupported(RequestedAttribute attribute, SpokenLanguage language, bool drop)
    {
        var unsupported = language.Effective.Where(code => !scorer.Supports(attribute.Attribute, SpokenLanguage.Claimed(code, language.Used))).ToList();
        if (unsupported.Count == 0 && !scorer.Supports(attribute.Attribute, language.Used)) unsupported.Add(language.Used.Code);
        if (unsupported.Count == 0) return true;
        return drop ? false : throw new WireException(WireError.Language(attribute.Name, unsupported, language.Requested, language.Detected));
    }

    private Dictionary<string, double> Score(string text, IdentifiedLanguage language) =>
        scorer.Score(NormalizedText.From(text), language).ToDictionary(score => score.Attribute, score => score.Score, StringComparer.Ordinal);

    private static JsonObject ShapeOf(RequestedAttribute attribute, double score, IReadOnlyList<TextSpan> sentences, List<Dictionary<string, double>> parts)
    {
        var shape = new JsonObject();
        var spans = new JsonArray();
        for (var index = 0; index < sentences.Count; index++)
        {
            if (!parts[index].TryGetValue(attribute.Attribute, out var part) || part < attribute.Threshold) continue;
            spans.Add((JsonNode)new JsonObject { ["begin"] = sentences[index].Start, ["end"] = sentences[index].End, ["score"] = Value(part) });
        }

        if (spans.Count > 0) shape["spanScores"] = spans;
        if (!(score < attribute.Threshold)) shape["summaryScore"] = Value(score);
        return shape;
    }

    // Google's scores are floats of 32 bits, and so are these: fixtures compare.
    private static JsonObject Value(double score) => new() { ["value"] = (float)score, ["type"] = "PROBABILITY" };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)text)];
}
