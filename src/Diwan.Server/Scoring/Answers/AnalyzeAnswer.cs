using System.Text.Json;
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

    /// <summary>Writes the answer to a request.</summary>
    /// <exception cref="WireException">An attribute is not scored for the language, or the language cannot be told; what was written is then no answer.</exception>
    public void Write(AnalyzeRequest request, Utf8JsonWriter writer)
    {
        var language = SpokenLanguage.Of(request.Text, request.Languages, identifier, settings);
        if (language.Effective.Count == 0) throw new WireException(WireError.Invalid("Unable to detect language", "LANGUAGE_DETECTION_FAILED"));

        var readings = new Readings(scorer, request.Text, request.Spans);
        writer.WriteStartObject();
        writer.WriteStartObject("attributeScores");
        foreach (var attribute in request.Attributes)
        {
            if (!IsSupported(attribute, language, request.DropUnsupported)) continue;
            writer.WritePropertyName(attribute.Name);
            Write(attribute, readings.In(LanguageFor(attribute, language)), writer);
        }

        writer.WriteEndObject();
        Write("languages", language.Effective, writer);
        Write("detectedLanguages", language.Detected, writer);
        if (request.ClientToken is { } token) writer.WriteString("clientToken", WireAnswer.Sendable(token));
        writer.WriteEndObject();
    }

    // What a client names must all be supported, as at Google.
    private bool IsSupported(RequestedAttribute attribute, SpokenLanguage language, bool drop)
    {
        if (language.Effective.All(code => IsSupported(attribute, code, language))) return true;
        return drop ? false : throw new WireException(WireError.Language(
            attribute.Name, language.Effective.Where(code => !IsSupported(attribute, code, language)), language.Requested, language.Detected));
    }

    private bool IsSupported(RequestedAttribute attribute, string code, SpokenLanguage language) =>
        SpokenLanguage.Claimed(code, language.Used) is var named && named.Code != "und" && scorer.Supports(attribute.Attribute, named);

    // Where the text's own language has no such score, the language the client named has: a few words of a third language
    // must not turn a score into an error, after which some callers publish.
    private IdentifiedLanguage LanguageFor(RequestedAttribute attribute, SpokenLanguage language) =>
        scorer.Supports(attribute.Attribute, language.Used) ? language.Used : SpokenLanguage.Claimed(language.Effective[0], language.Used);

    private static void Write(RequestedAttribute attribute, Reading reading, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        var hasSpans = false;
        foreach (var (span, scores) in reading.Parts)
        {
            if (Find(scores, attribute.Attribute) is not { } part || part < attribute.Threshold) continue;
            if (!hasSpans) writer.WriteStartArray("spanScores");
            hasSpans = true;
            writer.WriteStartObject();
            writer.WriteNumber("begin", span.Start);
            writer.WriteNumber("end", span.End);
            Write("score", part, writer);
            writer.WriteEndObject();
        }

        if (hasSpans) writer.WriteEndArray();
        if (Find(reading.Whole, attribute.Attribute) is { } score && !(score < attribute.Threshold)) Write("summaryScore", score, writer);
        writer.WriteEndObject();
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
    private static void Write(string name, double score, Utf8JsonWriter writer)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("value", (float)score);
        writer.WriteString("type", "PROBABILITY");
        writer.WriteEndObject();
    }

    private static void Write(string name, IReadOnlyList<string> texts, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
