using System.Text.Json.Nodes;

namespace Diwan.Conformance.Tests;

/// <summary>@conversationai/perspectiveapi-js-client, which lets its address be set and reduces every error to its HTTP status.</summary>
public sealed class JsClientTests(ScoringSite site)
{
    [Fact]
    public async Task A_text_is_scored_for_the_attributes_named()
    {
        var scores = (await CallAsync("You are an idiot.", "TOXICITY", "INSULT")).Data;

        Assert.Equal(["INSULT", "TOXICITY"], scores.EnumerateObject().Select(score => score.Name).Order());
        Assert.All(scores.EnumerateObject(), score => Assert.InRange(score.Value.GetDouble(), 0.5, 1));
    }

    [Fact]
    public async Task An_unknown_attribute_reaches_the_caller_as_400() =>
        Assert.Contains("status code 400", (await CallAsync("You are right.", "HEIGHT")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_used_up_quota_reaches_the_caller_as_429()
    {
        var key = await site.NewKeyAsync(perMinute: 1);
        var first = await CallWithAsync(key);
        var second = await CallWithAsync(key);

        Assert.True(first.IsAnswer, first.Json.ToString());
        Assert.Contains("status code 429", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_reaches_the_caller_as_400() =>
        Assert.Contains("status code 400", (await CallWithAsync("wrong")).Message, StringComparison.Ordinal);

    private Task<Outcome> CallWithAsync(string key) => CallAsync("You are right about the bridge.", ["TOXICITY"], key);

    private Task<Outcome> CallAsync(string text, params string[] attributes) => CallAsync(text, attributes, site.Key);

    private Task<Outcome> CallAsync(string text, string[] attributes, string key) => site.CallAsync(
        "perspectiveapi-js-client.js",
        new() { ["text"] = text, ["options"] = new JsonObject { ["attributes"] = new JsonArray([.. attributes.Select(name => (JsonNode)name)]) } },
        key);
}
