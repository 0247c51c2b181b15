using System.Text;
using System.Text.Json.Nodes;

namespace Diwan.Server.Tests.Scoring;

/// <summary>Every error of <c>comments:analyze</c>, as callers match on it.</summary>
public sealed class ErrorTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    private const string Own = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error";

    [Theory]
    [InlineData("""{}""", "COMMENT_EMPTY", "Comment must be non-empty.")]
    [InlineData("", "COMMENT_EMPTY", "Comment must be non-empty.")]
    [InlineData("""{"comment":{"text":""},"requestedAttributes":{"TOXICITY":{}}}""", "COMMENT_EMPTY", "Comment must be non-empty.")]
    [InlineData("""{"comment":{"text":" \t\r\n\u00a0\u3000"},"requestedAttributes":{"TOXICITY":{}}}""", "COMMENT_EMPTY", "Comment must be non-empty.")]
    [InlineData("""{"comment":{"text":"Hi"}}""", "NO_REQUESTED_ATTRIBUTES", "Missing requested_attributes")]
    [InlineData("""{"comment":{"text":"Hi"},"requestedAttributes":{}}""", "NO_REQUESTED_ATTRIBUTES", "Missing requested_attributes")]
    [InlineData("""{"comment":{"text":"Hi"},"requestedAttributes":{"toxicity":{}}}""", "INVALID_REQUEST", "Unknown requested attribute: toxicity")]
    [InlineData("""{"comment":{"text":"Hi"},"requestedAttributes":{"TOXICITY":{},"FLIRTATION":{}}}""", "INVALID_REQUEST", "Unknown requested attribute: FLIRTATION")]
    [InlineData("""{"comment":{"text":"Hi"},"requestedAttributes":{"TOXICITY@7":{}}}""", "INVALID_REQUEST", "Unknown requested attribute: TOXICITY@7")]
    [InlineData("""{"comment":{"text":"Hi"},"requestedAttributes":{"CURIOSITY_EXPERIMENTAL":{}}}""", "INVALID_REQUEST", "Unknown requested attribute: CURIOSITY_EXPERIMENTAL")]
    [InlineData("""{"comment":{"text":"Hi"},"requestedAttributes":{"TOXICITY":{"scoreType":"RAW"}}}""", "INVALID_REQUEST", "Requested score type RAW is not supported by attribute TOXICITY")]
    [InlineData("""{"comment":{"text":"Hi"},"requestedAttributes":{"TOXICITY":{"scoreType":3}}}""", "INVALID_REQUEST", "Requested score type PERCENTILE is not supported by attribute TOXICITY")]
    [InlineData("""{"comment":{"text":"Hi","type":"HTML"},"requestedAttributes":{"TOXICITY":{}}}""", "INVALID_REQUEST", "Currently, only 'PLAIN_TEXT' comments are supported")]
    [InlineData("""{"comment":{"text":"Hi","type":2},"requestedAttributes":{"TOXICITY":{}}}""", "INVALID_REQUEST", "Currently, only 'PLAIN_TEXT' comments are supported")]
    [InlineData("""{"comment":{"text":"Hi","type":"MARKDOWN"},"requestedAttributes":{"TOXICITY":{}}}""", "INVALID_REQUEST", "Unknown text type")]
    [InlineData("""{"comment":{"text":"Hi","type":9},"requestedAttributes":{"TOXICITY":{}}}""", "INVALID_REQUEST", "Unknown text type")]
    [InlineData("""{"comment":{"text":"Hi"},"context":{"entries":[{"text":"a"}],"articleAndParentComment":{"article":{"text":"b"}}},"requestedAttributes":{"TOXICITY":{}}}""",
        "INVALID_REQUEST", "Context can have either entries or article_and_parent_comment, but both fields were populated.")]
    [InlineData("""{"comment":{"text":"12345 67"},"requestedAttributes":{"TOXICITY":{}}}""", "LANGUAGE_DETECTION_FAILED", "Unable to detect language")]
    public async Task A_call_that_cannot_be_answered_says_why(string body, string errorType, string message)
    {
        var answer = await site.PostAsync(body);

        Assert.Equal((400, "INVALID_ARGUMENT", 400), (answer.Status, (string)answer.Json["error"]!["status"]!, (int)answer.Json["error"]!["code"]!));
        Assert.Equal(message, answer.Message);
        Assert.Equal((Own, errorType), ((string)answer.Detail["@type"]!, answer.ErrorType));
    }

    [Theory]
    [InlineData("xx", "xx")]
    [InlineData("en\",\"xx\",\"de", "xx, de")]
    [InlineData("und", "und")]
    public async Task A_language_that_an_attribute_does_not_support_is_named_with_the_attribute(string languages, string named)
    {
        var answer = await site.PostAsync($$$$"""{"comment":{"text":"This is a good article."},"languages":["{{{{languages}}}}"],"requestedAttributes":{"TOXICITY":{},"INSULT":{}}}""");

        Assert.Equal(400, answer.Status);
        Assert.Equal($"Attribute TOXICITY does not support request languages: {named}", answer.Message);
        Assert.Equal("LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE", answer.ErrorType);
        var payload = answer.Detail["languageNotSupportedByAttributeError"]!;
        Assert.Equal("TOXICITY", (string?)payload["attribute"]);
        Assert.Equal("""["en"]""", payload["detectedLanguages"]!.ToJsonString());
        Assert.Equal($"[\"{languages}\"]", payload["requestedLanguages"]!.ToJsonString());
    }

    [Fact]
    public async Task A_detected_language_that_an_attribute_does_not_support_is_an_error_too()
    {
        var answer = await site.PostAsync("""{"comment":{"text":"Die Stadt hat gestern die alte Brücke über den Fluss wieder geöffnet."},"requestedAttributes":{"TOXICITY":{}}}""");

        Assert.Equal((400, "Attribute TOXICITY does not support request languages: de"), (answer.Status, answer.Message));
        Assert.Equal("""["de"]""", answer.Detail["languageNotSupportedByAttributeError"]!["detectedLanguages"]!.ToJsonString());
    }

    [Theory]
    [InlineData('a', 20_480, true)]
    [InlineData('a', 20_481, false)]
    [InlineData('ش', 10_240, true)]
    [InlineData('ش', 10_241, false)]
    public async Task The_limit_of_a_comment_counts_bytes(char letter, int count, bool isTaken)
    {
        var body = new JsonObject
        {
            ["comment"] = new JsonObject { ["text"] = new string(letter, count) }, ["languages"] = new JsonArray("en"), ["requestedAttributes"] = new JsonObject { ["TOXICITY"] = null },
        };
        var answer = await site.PostAsync(body.ToJsonString());

        Assert.Equal(isTaken ? 200 : 400, answer.Status);
        if (isTaken) return;
        Assert.Equal($"Comment text was too many bytes. Value ({Encoding.UTF8.GetByteCount([letter]) * count}) exceeded limit (20480).", answer.Message);
        Assert.Equal("COMMENT_TOO_LONG", answer.ErrorType);
    }

    [Theory]
    [InlineData("{", "Invalid JSON payload received. ")]
    [InlineData("{\"comment\":}", "Invalid JSON payload received. ")]
    [InlineData("{\"comment\":{\"text\":\"a\" \"b\"}}", "Invalid JSON payload received. ")]
    [InlineData("{} {}", "Invalid JSON payload received. ")]
    [InlineData("{\"comment\":1e999}", "Invalid JSON payload received. ")]
    [InlineData("[]", "Invalid JSON payload received. ")]
    [InlineData("null", "Invalid JSON payload received. ")]
    [InlineData("{\"comment\":\"text\"}", "Invalid value at 'comment' (TYPE_MESSAGE)")]
    [InlineData("{\"comment\":{\"text\":7}}", "Invalid value at 'comment.text' (TYPE_STRING)")]
    [InlineData("{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"TOXICITY\":{}},\"languages\":[7]}", "Invalid value at 'languages' (TYPE_STRING)")]
    [InlineData("{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":[\"TOXICITY\"]}", "Invalid value at 'requested_attributes' (TYPE_MESSAGE)")]
    [InlineData("{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"TOXICITY\":{\"scoreThreshold\":\"high\"}}}", "Invalid value at 'requested_attributes.score_threshold' (TYPE_FLOAT)")]
    [InlineData("{\"comment\":{\"text\":\"a\"},\"requestedAttributes\":{\"TOXICITY\":{}},\"spanAnnotations\":\"perhaps\"}", "Invalid value at 'span_annotations' (TYPE_BOOL)")]
    public async Task What_is_no_JSON_or_of_the_wrong_type_is_said_to_be_so(string body, string message)
    {
        var answer = await site.PostAsync(body);

        Assert.Equal((400, "INVALID_ARGUMENT"), (answer.Status, (string)answer.Json["error"]!["status"]!));
        Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
        Assert.Equal("type.googleapis.com/google.rpc.BadRequest", (string?)answer.Detail["@type"]);
    }

    [Theory]
    [InlineData("""{"comment":{"text":""},"requestedAttributes":{"NONE":{}},"languages":["xx"]}""", "Comment must be non-empty.")]
    [InlineData("""{"comment":{"text":"12"},"requestedAttributes":{"NONE":{}}}""", "Unknown requested attribute: NONE")]
    [InlineData("""{"comment":{"text":"12"},"languages":["xx"]}""", "Missing requested_attributes")]
    public async Task Of_several_errors_the_first_in_the_order_comment_attributes_language_is_told(string body, string message) =>
        Assert.Equal(message, (await site.PostAsync(body)).Message);

    [Fact]
    public async Task A_body_beyond_the_limit_gets_the_same_envelope()
    {
        var body = $$$"""{"comment":{"text":"Hi"},"context":{"entries":[{"text":"{{{new string('a', 8 * 1024 * 1024)}}}"}]}}""";
        // Asked first, so that the refusal comes before the bytes do and none is written into a closed connection.
        var answer = await site.SendAsync(Encoding.UTF8.GetBytes(body), $"{ScoringSite.Analyze}?key={site.Key}", ("Expect", "100-continue"));

        Assert.Equal((400, "Request payload size exceeds the limit: 8388608 bytes."), (answer.Status, answer.Message));
    }
}
