using System.Text.Json.Nodes;

namespace Diwan.Conformance.Tests;

/// <summary>perspective-api-client, whose address is swapped under it.</summary>
public sealed class PerspectiveApiClientTests(ScoringSite site)
{
    [Fact]
    public async Task A_text_is_scored_for_the_attributes_named()
    {
        var answer = await CallAsync("You are an idiot.", new() { ["attributes"] = new JsonArray("toxicity", "insult") });

        Assert.InRange(answer.Data.GetProperty("attributeScores").GetProperty("TOXICITY").GetProperty("summaryScore").GetProperty("value").GetDouble(), 0.5, 1);
        Assert.True(answer.Data.GetProperty("attributeScores").TryGetProperty("INSULT", out _));
    }

    [Theory]
    [MemberData(nameof(WireErrors.All), MemberType = typeof(WireErrors))]
    public async Task A_refused_request_is_its_response_error_with_the_message(string name, string body, string message, string errorType)
    {
        // The client sends an object as it is; validate off, since we want the server's refusals and not its own.
        var refused = await CallAsync(JsonNode.Parse(body)!, new() { ["stripHTML"] = false, ["validate"] = false });

        Assert.Equal("ResponseError", refused.Json.GetProperty("name").GetString());
        Assert.True(refused.Message.Contains(message, StringComparison.Ordinal), $"{name}: {refused.Message}");
        Assert.Equal(errorType, refused.Error.GetProperty("details")[0].GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task A_wrong_key_is_its_response_error()
    {
        var refused = await CallAsync("Thank you.", [], "wrong");

        Assert.Equal("ResponseError", refused.Json.GetProperty("name").GetString());
        Assert.Equal("API key not valid. Please pass a valid API key.", refused.Message);
    }

    [Fact]
    public async Task A_used_up_quota_is_its_response_error()
    {
        var key = await site.NewKeyAsync(perMinute: 1);
        await CallAsync("Thank you for the report on the bridge.", [], key);
        var refused = await CallAsync("Thank you for the report on the bridge.", [], key);

        Assert.Contains("Quota exceeded", refused.Message, StringComparison.Ordinal);
        Assert.Equal(429, refused.Error.GetProperty("code").GetInt32());
    }

    private Task<Outcome> CallAsync(JsonNode text, JsonObject options) => CallAsync(text, options, site.Key);

    private Task<Outcome> CallAsync(JsonNode text, JsonObject options, string key) =>
        site.CallAsync("perspective-api-client.js", new() { ["text"] = text, ["options"] = options }, key);
}
