using System.Text.Json.Nodes;
using Diwan.Server.Scoring.Wire;

namespace Diwan.Server.Scoring;

/// <summary>The messages of the protocol as the discovery document describes them: every field that is read or answered.</summary>
internal static class DiscoverySchemas
{
    private const string Text = "string", Flag = "boolean", Number = "number";

    /// <summary>All messages by name.</summary>
    public static JsonObject All() => new()
    {
        ["AnalyzeCommentRequest"] = Message("AnalyzeCommentRequest",
            ("comment", Ref("TextEntry")), ("context", Ref("Context")), ("requestedAttributes", MapOf("AttributeParameters")), ("languages", ListOf(Of(Text))),
            ("spanAnnotations", Of(Flag)), ("doNotStore", Of(Flag)), ("dropUnsupportedAttributes", Of(Flag)),
            ("clientToken", Of(Text)), ("sessionId", Of(Text)), ("communityId", Of(Text))),
        ["AnalyzeCommentResponse"] = Message("AnalyzeCommentResponse",
            ("attributeScores", MapOf("AttributeScores")), ("languages", ListOf(Of(Text))), ("detectedLanguages", ListOf(Of(Text))), ("clientToken", Of(Text))),
        ["SuggestCommentScoreRequest"] = Message("SuggestCommentScoreRequest",
            ("comment", Ref("TextEntry")), ("context", Ref("Context")), ("attributeScores", MapOf("AttributeScores")), ("languages", ListOf(Of(Text))),
            ("clientToken", Of(Text)), ("sessionId", Of(Text)), ("communityId", Of(Text))),
        ["SuggestCommentScoreResponse"] = Message("SuggestCommentScoreResponse",
            ("clientToken", Of(Text)), ("detectedLanguages", ListOf(Of(Text))), ("requestedLanguages", ListOf(Of(Text)))),
        ["TextEntry"] = Message("TextEntry", ("text", Of(Text)), ("type", OneOf("TEXT_TYPE_UNSPECIFIED", "PLAIN_TEXT", "HTML"))),
        ["Context"] = Message("Context", ("entries", ListOf(Ref("TextEntry"))), ("articleAndParentComment", Ref("ArticleAndParentComment"))),
        ["ArticleAndParentComment"] = Message("ArticleAndParentComment", ("article", Ref("TextEntry")), ("parentComment", Ref("TextEntry"))),
        ["AttributeParameters"] = Message("AttributeParameters", ("scoreType", ScoreType()), ("scoreThreshold", Of(Number))),
        ["AttributeScores"] = Message("AttributeScores", ("summaryScore", Ref("Score")), ("spanScores", ListOf(Ref("SpanScore")))),
        ["SpanScore"] = Message("SpanScore", ("begin", Of("integer")), ("end", Of("integer")), ("score", Ref("Score"))),
        ["Score"] = Message("Score", ("value", Of(Number)), ("type", ScoreType())),
    };

    private static JsonObject Message(string id, params ReadOnlySpan<(string Name, JsonObject Type)> fields)
    {
        var properties = new JsonObject();
        foreach (var (name, type) in fields) properties[name] = type;
        return new() { ["id"] = id, ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Of(string type) => new() { ["type"] = type };

    private static JsonObject Ref(string message) => new() { ["$ref"] = message };

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject MapOf(string message) => new() { ["type"] = "object", ["additionalProperties"] = Ref(message) };

    private static JsonObject OneOf(params string[] values) => new() { ["type"] = Text, ["enum"] = WireValues.Texts(values) };

    private static JsonObject ScoreType() => OneOf(WireValues.ScoreTypes);
}
