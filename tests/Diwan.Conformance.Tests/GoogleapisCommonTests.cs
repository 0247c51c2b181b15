using System.Text.Json.Nodes;

namespace Diwan.Conformance.Tests;

/// <summary>googleapis-common, which builds its client out of our discovery document.</summary>
public sealed class GoogleapisCommonTests(ScoringSite site)
{
    [Fact]
    public async Task Analyze_gives_scores_languages_and_the_client_token()
    {
        var answer = (await CallAsync("analyze", """
            {"comment":{"text":"You are an idiot 🙂"},"languages":["en"],"requestedAttributes":{"TOXICITY":{},"INSULT":{}},"clientToken":"t-1","doNotStore":true}
            """)).Data;

        foreach (var attribute in new[] { "TOXICITY", "INSULT" })
        {
            var score = answer.GetProperty("attributeScores").GetProperty(attribute);
            Assert.InRange(score.GetProperty("summaryScore").GetProperty("value").GetDouble(), 0.5, 1);
            var span = Assert.Single(score.GetProperty("spanScores").EnumerateArray());
            Assert.Equal((0, "You are an idiot 🙂".Length), (span.GetProperty("begin").GetInt32(), span.GetProperty("end").GetInt32()));
        }

        Assert.Equal("en", Assert.Single(answer.GetProperty("languages").EnumerateArray()).GetString());
        Assert.Equal("t-1", answer.GetProperty("clientToken").GetString());
    }

    [Fact]
    public async Task Suggestscore_is_taken_in()
    {
        var answer = (await CallAsync("suggestscore", """
            {"comment":{"text":"Thank you for the report on the bridge."},"languages":["en"],"attributeScores":{"TOXICITY":{"summaryScore":{"value":0}}},"clientToken":"comment:1"}
            """)).Data;

        Assert.Equal("comment:1", answer.GetProperty("clientToken").GetString());
        Assert.Equal("en", Assert.Single(answer.GetProperty("requestedLanguages").EnumerateArray()).GetString());
    }

    [Theory]
    [MemberData(nameof(WireErrors.All), MemberType = typeof(WireErrors))]
    public async Task A_refused_request_reaches_the_caller_with_status_message_and_details(string name, string body, string message, string errorType)
    {
        var refused = await CallAsync("analyze", body);

        Assert.True(refused.Message.Contains(message, StringComparison.Ordinal), $"{name}: {refused.Message}");
        Assert.Equal(400, refused.Json.GetProperty("status").GetInt32());
        Assert.Equal("INVALID_ARGUMENT", refused.Error.GetProperty("status").GetString());
        Assert.Equal(errorType, refused.Error.GetProperty("details")[0].GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task A_call_without_a_key_is_forbidden()
    {
        var refused = await CallAsync("analyze", Plain, key: null);

        Assert.Equal(403, refused.Json.GetProperty("status").GetInt32());
        Assert.Contains("unregistered callers", refused.Message, StringComparison.Ordinal);
        Assert.Equal("PERMISSION_DENIED", refused.Error.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_wrong_key_is_named_as_such()
    {
        var refused = await CallAsync("analyze", Plain, key: "wrong");

        Assert.Equal("API key not valid. Please pass a valid API key.", refused.Message);
        Assert.Equal("API_KEY_INVALID", refused.Error.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_used_up_quota_is_named_as_such()
    {
        var key = await site.NewKeyAsync(perMinute: 1);
        var first = await CallAsync("analyze", Plain, key);
        var second = await CallAsync("analyze", Plain, key);

        Assert.True(first.IsAnswer, first.Json.ToString());
        Assert.Equal(429, second.Json.GetProperty("status").GetInt32());
        Assert.Contains("Quota exceeded", second.Message, StringComparison.Ordinal);
        Assert.Equal("RATE_LIMIT_EXCEEDED", second.Error.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    private const string Plain = """{"comment":{"text":"Thank you for the report on the bridge."},"requestedAttributes":{"TOXICITY":{}}}""";

    private Task<Outcome> CallAsync(string method, string body) => CallAsync(method, body, site.Key);

    private Task<Outcome> CallAsync(string method, string body, string? key) =>
        site.CallAsync("googleapis-common.js", new() { ["method"] = method, ["body"] = JsonNode.Parse(body) }, key);
}
