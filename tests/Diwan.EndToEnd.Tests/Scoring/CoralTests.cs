using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Scoring;

/// <summary>A Coral site pointed at Diwan: its score call as it is on the wire, its feedback, its external moderation phase.</summary>
public sealed class CoralTests : IAsyncLifetime
{
    private const string Secret = "whsec_test";
    private readonly TemporaryFolder _folder = new();
    private RunningSite _site = null!;
    private string _key = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_folder.At("scoring.yaml"), $"coralSigningSecrets: [\"{Secret}\"]\nkeepSuggestions: true\n");
        _site = await RunningSite.StartAsync(_folder.Path);
        _key = (await DiwanProgram.RunAsync("token", "create", "--role", "scorer", "--account", "coral", "--data", _folder.Path)).Output.Trim();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("you are a pathetic idiot", true)]
    [InlineData("thank you for this careful report", false)]
    [InlineData("انت حمار وغبي وكلب", true)]
    public async Task Its_score_call_is_answered_in_the_language_the_text_is_in(string text, bool isToxic)
    {
        var answer = await PostAsync(
            $"/v1alpha1/comments:analyze?key={_key}",
            new JsonObject
            {
                ["comment"] = new JsonObject { ["text"] = text },
                ["doNotStore"] = true,
                ["requestedAttributes"] = new JsonObject { ["TOXICITY"] = new JsonObject() },
                ["languages"] = new JsonArray("en"),
            });

        var value = answer["attributeScores"]!["TOXICITY"]!["summaryScore"]!["value"]!.GetValue<double>();
        Assert.Equal(isToxic, value > 0.6);
    }

    [Fact]
    public async Task Its_feedback_is_kept_where_the_publisher_wants_it_and_erased_by_the_comments_id()
    {
        const string id = "0b6c1a52-9f3e-4a0e-8a63-2f0c3a5f8f11";
        var answer = await PostAsync(
            $"/v1alpha1/comments:suggestscore?key={_key}",
            new JsonObject
            {
                ["comment"] = new JsonObject { ["text"] = "what a day" },
                ["context"] = new JsonObject { ["entries"] = new JsonArray(new JsonObject { ["text"] = $$"""{"url":"https://news.example/1","Coral_comment_id":"{{id}}"}""" }) },
                ["attributeScores"] = new JsonObject { ["TOXICITY"] = new JsonObject { ["summaryScore"] = new JsonObject { ["value"] = 1 } } },
                ["communityId"] = "Coral:https://coral.example",
                ["clientToken"] = $"comment:{id}",
            });
        Assert.Equal($"comment:{id}", answer["clientToken"]!.GetValue<string>());

        var kept = JsonNode.Parse((await DiwanProgram.RunAsync("suggestions", "list", "--data", _folder.Path)).Output)!;
        Assert.Equal(id, kept["key"]!.GetValue<string>());
        Assert.Equal(1, kept["scores"]!["TOXICITY"]!.GetValue<double>());

        Assert.Equal("1 suggestion erased", (await DiwanProgram.RunAsync("suggestions", "erase", id, "--data", _folder.Path)).Output.Trim());
        Assert.Equal("", (await DiwanProgram.RunAsync("suggestions", "list", "--data", _folder.Path)).Output.Trim());
    }

    [Fact]
    public async Task Its_phase_withholds_what_the_policy_holds_and_flags_it()
    {
        using var answer = await ModerateAsync(Request("you are a pathetic idiot", "COMMENTER"), Secret);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var phase = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("SYSTEM_WITHHELD", phase["status"]!.GetValue<string>());
        Assert.Contains(phase["actions"]!.AsArray(), action => action!["actionType"]!.GetValue<string>() == "FLAG" && action["reason"]!.GetValue<string>() == "COMMENT_DETECTED_TOXIC");
    }

    [Theory]
    [InlineData("thank you for this careful report", "COMMENTER")]
    [InlineData("you are a pathetic idiot", "MODERATOR")]
    public async Task Its_phase_leaves_the_rest_to_Coral(string text, string role)
    {
        using var answer = await ModerateAsync(Request(text, role), Secret);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("another secret")]
    [InlineData(null)]
    public async Task Its_phase_answers_nobody_without_a_good_signature(string? secret)
    {
        using var answer = await ModerateAsync(Request("you are a pathetic idiot", "COMMENTER"), secret);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"comment":{"body":7}}""")]
    public async Task Its_phase_names_a_request_that_is_none(string body)
    {
        using var answer = await ModerateAsync(body, Secret);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Request(string text, string role) => new JsonObject
    {
        ["action"] = "NEW",
        ["comment"] = new JsonObject { ["body"] = text, ["parentID"] = null },
        ["author"] = new JsonObject { ["id"] = "baf4e943", ["role"] = role },
        ["story"] = new JsonObject { ["id"] = "245b3856", ["url"] = "https://news.example/story" },
        ["site"] = new JsonObject { ["id"] = "a4bede88" },
        ["tenantID"] = "19ba5794",
        ["tenantDomain"] = "localhost",
    }.ToJsonString();

    // Two signatures, as Coral sends them while a secret is being changed; the good one comes last.
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of the request's content with it.")]
    private async Task<HttpResponseMessage> ModerateAsync(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/coral/moderate") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
            request.Headers.Add("X-Coral-Signature", $"sha256={new string('0', 64)},sha256={signature}");
        }

        return await _site.Http.SendAsync(request);
    }

    private async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var answer = await _site.Http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonNode>(text)!;
    }
}
