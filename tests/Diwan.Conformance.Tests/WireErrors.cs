using System.Text.Json.Nodes;

namespace Diwan.Conformance.Tests;

/// <summary>Every request that the Perspective API refuses, with what its callers match on.</summary>
public static class WireErrors
{
    private const string Text = "Thank you for the report on the bridge, it was very useful.";

    /// <summary>Name, body, part of the message, error type.</summary>
    public static TheoryData<string, string, string, string> All { get; } = new()
    {
        { "empty", Body(text: ""), "Comment must be non-empty.", "COMMENT_EMPTY" },
        { "too long", Body(text: new string('a', 20_481)), "Comment text was too many bytes. Value (20481) exceeded limit (20480).", "COMMENT_TOO_LONG" },
        { "no attributes", Body(attributes: "{}"), "Missing requested_attributes", "NO_REQUESTED_ATTRIBUTES" },
        { "unknown attribute", Body(attributes: """{"HEIGHT":{}}"""), "Unknown requested attribute: HEIGHT", "INVALID_REQUEST" },
        { "language", Body(languages: """["xx"]"""), "Attribute TOXICITY does not support request languages: xx", "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE" },
        { "undetected", Body(text: "12345 67890"), "Unable to detect language", "LANGUAGE_DETECTION_FAILED" },
        { "score type", Body(attributes: """{"TOXICITY":{"scoreType":"PERCENTILE"}}"""), "Requested score type PERCENTILE is not supported by attribute TOXICITY", "INVALID_REQUEST" },
        { "HTML", Body(type: "HTML"), "Currently, only 'PLAIN_TEXT' comments are supported", "INVALID_REQUEST" },
        { "both contexts", Body(context: """{"entries":[{"text":"a"}],"articleAndParentComment":{"article":{"text":"a"}}}"""), "both fields were populated", "INVALID_REQUEST" },
    };

    private static string Body(string text = Text, string attributes = """{"TOXICITY":{}}""", string? languages = null, string? type = null, string? context = null)
    {
        var comment = new JsonObject { ["text"] = text };
        if (type is not null) comment["type"] = type;
        var body = new JsonObject { ["comment"] = comment, ["requestedAttributes"] = JsonNode.Parse(attributes) };
        if (languages is not null) body["languages"] = JsonNode.Parse(languages);
        if (context is not null) body["context"] = JsonNode.Parse(context);
        return body.ToJsonString();
    }
}
