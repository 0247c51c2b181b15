using System.Text.Json.Nodes;

namespace Diwan.Server.Scoring;

/// <summary>The description by which Google's client libraries find their way: <c>/$discovery/rest?version=v1alpha1</c>, with this site as its root.</summary>
internal static class Discovery
{
    /// <summary>Names of the document's fields.</summary>
    public static IEnumerable<string> Fields => Document("").Select(member => member.Key);

    /// <summary>The document for a site at <paramref name="root"/>, which ends with a slash.</summary>
    public static JsonObject Document(string root) => new()
    {
        ["kind"] = "discovery#restDescription",
        ["discoveryVersion"] = "v1",
        ["id"] = "commentanalyzer:v1alpha1",
        ["name"] = "commentanalyzer",
        ["canonicalName"] = "commentanalyzer",
        ["version"] = "v1alpha1",
        ["title"] = "Diwan, by the Perspective protocol",
        ["description"] = "Scores comments on the publisher's own machine. Speaks the protocol of the Perspective API.",
        ["protocol"] = "rest",
        ["rootUrl"] = root,
        ["baseUrl"] = root,
        ["basePath"] = "",
        ["servicePath"] = "",
        ["batchPath"] = "batch",
        ["ownerDomain"] = "google.com",
        ["ownerName"] = "Google",
        ["parameters"] = Parameters(),
        ["resources"] = new JsonObject
        {
            ["comments"] = new JsonObject
            {
                ["methods"] = new JsonObject
                {
                    ["analyze"] = Method("analyze", "AnalyzeComment", "Scores a comment for the attributes asked for."),
                    ["suggestscore"] = Method("suggestscore", "SuggestCommentScore", "Suggests scores for a comment, as feedback."),
                },
            },
        },
        ["schemas"] = DiscoverySchemas.All(),
    };

    private static JsonObject Method(string name, string schema, string description) => new()
    {
        ["id"] = $"commentanalyzer.comments.{name}",
        ["path"] = $"v1alpha1/comments:{name}",
        ["flatPath"] = $"v1alpha1/comments:{name}",
        ["httpMethod"] = "POST",
        ["description"] = description,
        ["parameters"] = new JsonObject(),
        ["parameterOrder"] = new JsonArray(),
        ["request"] = new JsonObject { ["$ref"] = $"{schema}Request" },
        ["response"] = new JsonObject { ["$ref"] = $"{schema}Response" },
    };

    private static JsonObject Parameters() => new()
    {
        ["key"] = Parameter("string", "API key: diwan token create --role scorer."),
        ["fields"] = Parameter("string", "Selects which fields to include in a partial answer."),
        ["prettyPrint"] = Parameter("boolean", "Answers with indentations and line breaks.", "true"),
        ["alt"] = Parameter("string", "Data format of the answer: json.", "json"),
        ["quotaUser"] = Parameter("string", "Taken and not used: quotas are counted by key."),
    };

    private static JsonObject Parameter(string type, string description, string? standard = null)
    {
        var parameter = new JsonObject { ["type"] = type, ["location"] = "query", ["description"] = description };
        if (standard is not null) parameter["default"] = standard;
        return parameter;
    }
}
