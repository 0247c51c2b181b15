using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.Conformance.Tests;

/// <summary>Coral's call as Coral 9 sends it: one attribute, <c>en</c> claimed for every text, nothing read but the summary score.</summary>
public sealed class CoralTests(ScoringSite site)
{
    // Arabic and Turkish: "Thank you for this useful report on the bridge." English: an insult.
    [Theory]
    [InlineData("You are an idiot.", 0.5, 1)]
    [InlineData("شكرا لكم على هذا التقرير المفيد عن الجسر.", 0, 0.5)]
    [InlineData("Köprü hakkındaki bu yararlı haber için teşekkür ederim.", 0, 0.5)]
    public async Task A_comment_in_any_language_gets_a_score_in_its_own(string text, double atLeast, double atMost)
    {
        var answer = await site.Http.PostAsync(
            $"/v1alpha1/comments:analyze?key={site.Key}",
            new JsonObject
            {
                ["comment"] = new JsonObject { ["text"] = text },
                ["doNotStore"] = true,
                ["requestedAttributes"] = new JsonObject { ["TOXICITY"] = new JsonObject() },
                ["languages"] = new JsonArray("en"),
            });

        Assert.True(answer.Status == 200, answer.Text);
        Assert.InRange(
            answer.Json.GetProperty("attributeScores").GetProperty("TOXICITY").GetProperty("summaryScore").GetProperty("value").GetDouble(), atLeast, atMost);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_moderators_decision_is_taken_as_feedback(int value)
    {
        var answer = await site.Http.PostAsync(
            $"/v1alpha1/comments:suggestscore?key={site.Key}",
            new JsonObject
            {
                ["comment"] = new JsonObject { ["text"] = "When will the bridge reopen?" },
                ["context"] = new JsonObject
                {
                    ["entries"] = new JsonArray(new JsonObject { ["text"] = """{"url":"https://news.example/bridge","reply_to_id_Coral_comment_id":null,"Coral_comment_id":"c-1"}""" }),
                },
                ["attributeScores"] = new JsonObject { ["TOXICITY"] = new JsonObject { ["summaryScore"] = new JsonObject { ["value"] = value } } },
                ["languages"] = new JsonArray("en"),
                ["communityId"] = "Coral:https://news.example",
                ["clientToken"] = "comment:c-1",
            });

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("comment:c-1", answer.Get("clientToken"));
    }
}
