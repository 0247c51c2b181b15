using System.Text.Json.Nodes;

namespace Diwan.Server.Scoring.Wire;

/// <summary>An error in the form that callers of the Perspective API read: HTTP status, Google's name for it, one sentence, details.</summary>
/// <param name="Code">HTTP status.</param>
/// <param name="Status">Google's name of the status, such as <c>INVALID_ARGUMENT</c>.</param>
/// <param name="Message">One sentence; callers match parts of it.</param>
/// <param name="Details">Typed details, each with its <c>@type</c>; null for none.</param>
internal sealed record WireError(int Code, string Status, string Message, JsonArray? Details = null)
{
    private const string Type = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error";

    /// <summary>A request that asks for what cannot be.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="errorType">Perspective's name for it, such as <c>COMMENT_EMPTY</c>.</param>
    public static WireError Invalid(string message, string errorType) =>
        new(400, "INVALID_ARGUMENT", message, [new JsonObject { ["@type"] = Type, ["errorType"] = errorType }]);

    /// <summary>An attribute that is not scored for a language.</summary>
    public static WireError Language(string attribute, IEnumerable<string> unsupported, IEnumerable<string> requested, IEnumerable<string> detected) => new(
        400, "INVALID_ARGUMENT", $"Attribute {attribute} does not support request languages: {string.Join(", ", unsupported)}",
        [
            new JsonObject
            {
                ["@type"] = Type,
                ["errorType"] = "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
                ["languageNotSupportedByAttributeError"] = new JsonObject
                {
                    ["detectedLanguages"] = WireValues.Texts(detected),
                    ["requestedLanguages"] = WireValues.Texts(requested),
                    ["attribute"] = attribute,
                },
            },
        ]);

    /// <summary>A body that is not the message it should be.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="field">Path of the field; null when it is about the whole.</param>
    /// <param name="description">What is wrong with the field; null where the sentence says it.</param>
    public static WireError Payload(string message, string? field = null, string? description = null)
    {
        var violation = new JsonObject { ["description"] = description ?? message };
        if (field is not null) violation.Insert(0, "field", field);
        return new(400, "INVALID_ARGUMENT", message, [new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.BadRequest", ["fieldViolations"] = new JsonArray(violation) }]);
    }

    /// <summary>The error as its JSON object.</summary>
    public JsonObject ToJson()
    {
        var error = new JsonObject { ["code"] = Code, ["message"] = Message, ["status"] = Status };
        if (Details is not null) error["details"] = Details.DeepClone();
        return new() { ["error"] = error };
    }
}
