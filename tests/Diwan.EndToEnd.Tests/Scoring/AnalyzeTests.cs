using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Scoring;

/// <summary>A program that spoke to the Perspective API changes the address and the key, and nothing else.</summary>
public sealed class AnalyzeTests(SiteFixture fixture)
{
    private const string Address = "/v1alpha1/comments:analyze";

    [Fact]
    public async Task A_key_from_the_command_line_scores_as_the_command_line_does()
    {
        const string text = "You are a stupid fool and nobody likes you.";

        var answer = await fixture.Http.PostAsync($"{Address}?key={fixture.Scorer}", new JsonObject
        {
            ["comment"] = new JsonObject { ["text"] = text },
            ["languages"] = new JsonArray("en"),
            ["doNotStore"] = true,
            ["requestedAttributes"] = new JsonObject { ["TOXICITY"] = new JsonObject() },
        });

        Assert.True(answer.Status == 200, answer.Text);
        var served = answer.Json.GetProperty("attributeScores").GetProperty("TOXICITY").GetProperty("summaryScore").GetProperty("value").GetSingle();
        Assert.Equal((float)await ScoreOnTheCommandLineAsync(text), served);
        Assert.DoesNotContain(text, fixture.Site.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_it_is_a_403_and_a_moderators_says_that_its_role_may_not()
    {
        Assert.Equal(403, (await fixture.Http.PostAsync(Address, new JsonObject())).Status);
        var other = await fixture.Http.PostAsync(Address, new JsonObject(), fixture.Moderator);
        Assert.Equal((403, true), (other.Status, other.Text.Contains("its role may not", StringComparison.Ordinal)));
        Assert.Equal(400, (await fixture.Http.PostAsync(Address, new JsonObject(), "no-such-key")).Status);
    }

    [Fact]
    public async Task A_settings_file_that_cannot_be_used_stops_the_start()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("scoring.yaml"), "keepDays: -1\n", TestContext.Current.CancellationToken);

        var outcome = await DiwanProgram.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", folder.Path);

        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("diwan: scoring.yaml: ", outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("diwan.db")));
    }

    private static async Task<double> ScoreOnTheCommandLineAsync(string text)
    {
        using var folder = new TemporaryFolder();
        using var process = DiwanProgram.Start("score", "--data", folder.Path);
        await process.StandardInput.WriteLineAsync(new JsonObject { ["id"] = "1", ["text"] = text }.ToJsonString());
        process.StandardInput.Close();
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonNode.Parse(line)!["scores"]!["TOXICITY"]!.GetValue<double>();
    }
}
