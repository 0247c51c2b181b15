using System.Text.Json.Nodes;
using Diwan.Comments.Judging;

namespace Diwan.Server.Tests.Scoring;

/// <summary><c>comments:suggestscore</c>: what is taken, and what is kept of it.</summary>
public sealed class SuggestTests(SuggestTests.KeepingSite keeping, ScoringSite forgetful) : IClassFixture<SuggestTests.KeepingSite>, IClassFixture<ScoringSite>
{
    private const string Suggest = "/v1alpha1/comments:suggestscore";

    [Fact]
    public async Task The_answer_repeats_the_token_and_tells_the_languages()
    {
        var answer = await SendAsync(forgetful, Coral("1", 1));

        Assert.Equal(200, answer.Status);
        Assert.Equal("comment:1", (string?)answer.Json["clientToken"]);
        Assert.Equal("""["en"]""", answer.Json["detectedLanguages"]!.ToJsonString());
        Assert.Equal("""["en"]""", answer.Json["requestedLanguages"]!.ToJsonString());
    }

    [Fact]
    public async Task Nothing_is_kept_unless_the_publisher_turned_it_on()
    {
        await SendAsync(forgetful, Coral("2", 1));

        Assert.Empty(await forgetful.Store.Suggestions.ListAsync(10));
    }

    [Fact]
    public async Task What_Coral_says_of_a_comment_is_kept_under_the_comments_id_and_erased_by_it()
    {
        await SendAsync(keeping, Coral("coral-3", 1));
        await SendAsync(keeping, Coral("coral-3", 0));
        await SendAsync(keeping, Coral("coral-4", 0));

        var kept = (await KeptAsync()).Where(one => one.ErasureKey == "coral-3").ToList();
        Assert.Equal([1.0, 0.0], kept.Select(one => one.Scores["TOXICITY"]));
        Assert.All(kept, one => Assert.Equal(("This is a good article.", "en", "Coral:https://news.example"), (one.Text, one.Language, one.CommunityId)));
        Assert.Equal(2, await keeping.Store.Suggestions.EraseAsync("coral-3"));
        Assert.Equal(["coral-4"], (await KeptAsync()).Where(one => one.ErasureKey?.StartsWith("coral-", StringComparison.Ordinal) is true).Select(one => one.ErasureKey));
    }

    [Fact]
    public async Task A_client_token_is_the_key_where_the_context_names_no_comment()
    {
        var body = Coral("5", 1);
        body["context"] = JsonNode.Parse("""{"entries":[{"text":"no JSON {"}]}""");
        body["clientToken"] = "comment:token-5";
        await SendAsync(keeping, body);

        Assert.Single(await KeptAsync(), one => one.ErasureKey == "token-5");
    }

    [Fact]
    public async Task What_a_sender_forbids_to_keep_is_not_kept()
    {
        var body = Coral("6", 1);
        body["doNotStore"] = true;

        var answer = await SendAsync(keeping, body);
        Assert.Equal((200, "no; doNotStore"), (answer.Status, answer.Headers["Diwan-Stored"]));
        Assert.DoesNotContain(await KeptAsync(), one => one.ErasureKey == "6");
    }

    [Fact]
    public async Task What_is_kept_stays_for_the_days_the_publisher_gave()
    {
        var answer = await SendAsync(keeping, Coral("7", 1));

        Assert.Equal("until=2026-12-22", answer.Headers["Diwan-Stored"]);

        Assert.Equal(TimeSpan.FromDays(30), Assert.Single(await KeptAsync(), one => one.ErasureKey == "7") is var kept ? kept.ExpiresAt - kept.At : default);
    }

    [Theory]
    [InlineData("""{"comment":{"text":""},"attributeScores":{"TOXICITY":{"summaryScore":{"value":1}}}}""", "Comment must be non-empty.")]
    [InlineData("""{"comment":{"text":"Hi"}}""", "Missing attribute_scores")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{}}""", "Missing attribute_scores")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{"TOXICITY":{}}}""", "Attribute TOXICITY has neither a summary score nor span scores.")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{"TOXICITY":{"summaryScore":{}}}}""", "Scores of attribute TOXICITY are numbers from 0 to 1.")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{"TOXICITY":{"summaryScore":{"value":1.5}}}}""", "Scores of attribute TOXICITY are numbers from 0 to 1.")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{"TOXICITY":{"summaryScore":{"value":1,"type":"RAW"}}}}""", "Score type RAW is not supported by attribute TOXICITY")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{"TOXICITY":{"spanScores":[{"begin":0,"score":{"value":1}}]}}}""", "Span scores of attribute TOXICITY need a begin and an end within the comment.")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{"TOXICITY":{"spanScores":[{"begin":0,"end":3,"score":{"value":1}}]}}}""", "Span scores of attribute TOXICITY need a begin and an end within the comment.")]
    [InlineData("""{"comment":{"text":"Hi"},"attributeScores":{"TOXICITY":{"spanScores":[{"begin":0.5,"end":2,"score":{"value":1}}]}}}""", "Span scores of attribute TOXICITY need a begin and an end within the comment.")]
    public async Task A_suggestion_that_says_nothing_is_refused(string body, string message)
    {
        var answer = await forgetful.PostAsync(body, path: Suggest);

        Assert.Equal((400, "INVALID_ARGUMENT", message), (answer.Status, (string)answer.Json["error"]!["status"]!, answer.Message));
    }

    [Theory]
    [InlineData("""{comment: {text: "This is a good article."}, attribute_scores: {TOXICITY: {summary_score: {value: 0.9}}}, client_token: 't',}""")]
    [InlineData("""{"comment":{"text":"This is a good article."},"attributeScores":{"TOXICITY":{"spanScores":[{"begin":0,"end":4,"score":{"value":"1"}}]}}}""")]
    [InlineData("""{"comment":{"text":"12345"},"attributeScores":{"ATTACK_ON_AUTHOR":{"summaryScore":{"value":1}}}}""")]
    public async Task What_callers_send_is_taken(string body) => Assert.Equal(200, (await forgetful.PostAsync(body, path: Suggest)).Status);

    [Fact]
    public async Task A_key_is_needed() => Assert.Equal(403, (await forgetful.SendAsync([], Suggest)).Status);

    private async Task<IReadOnlyList<Suggestion>> KeptAsync() => await keeping.Store.Suggestions.ListAsync(1_000);

    private static Task<Scored> SendAsync(ScoringSite site, JsonNode body) => site.PostAsync(body.ToJsonString(), path: Suggest);

    // As Coral sends it for each decision: 0 for an approved comment, 1 for a rejected one.
    private static JsonObject Coral(string id, int value) => new()
    {
        ["comment"] = new JsonObject { ["text"] = "This is a good article." },
        ["context"] = new JsonObject
        {
            ["entries"] = new JsonArray(new JsonObject { ["text"] = $$"""{"url":"https://news.example/a","reply_to_id_Coral_comment_id":"0","Coral_comment_id":"{{id}}"}""" }),
        },
        ["attributeScores"] = new JsonObject { ["TOXICITY"] = new JsonObject { ["summaryScore"] = new JsonObject { ["value"] = value } } },
        ["languages"] = new JsonArray("en"),
        ["communityId"] = "Coral:https://news.example",
        ["clientToken"] = $"comment:{id}",
    };

    /// <summary>A site whose publisher keeps suggestions for thirty days.</summary>
    public sealed class KeepingSite : ScoringSite
    {
        protected override string Settings => "keepSuggestions: true\nkeepDays: 30\n";
    }
}
