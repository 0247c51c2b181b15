using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Reviewing;

/// <summary>Who may do what, by token; a program is told, never sent to a sign-in page.</summary>
public sealed class AccessTests(SiteFixture fixture)
{
    [Theory]
    [InlineData("GET", "/api/v1/desk/queue")]
    [InlineData("GET", "/api/v1/desk/comments/x")]
    [InlineData("POST", "/api/v1/desk/comments/x/decisions")]
    [InlineData("POST", "/api/v1/articles")]
    public async Task Without_a_token_or_with_a_wrong_one_the_answer_is_401(string method, string path)
    {
        foreach (var token in (string?[])[null, "wrong", new string('x', 5_000)])
        {
            var answer = await fixture.Http.SendAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null, token);
            Assert.Equal(401, answer.Status);
            Assert.DoesNotContain("Location", answer.Headers.Keys);
        }
    }

    [Fact]
    public async Task A_token_of_another_role_is_403()
    {
        Assert.Equal(403, (await fixture.Http.FetchAsync("/api/v1/desk/queue", fixture.Publisher)).Status);
        Assert.Equal(403, (await fixture.Http.FetchAsync("/api/v1/desk/queue", fixture.Scorer)).Status);
        Assert.Equal(403, (await fixture.Http.PostAsync("/api/v1/articles", new JsonObject(), fixture.Moderator)).Status);
    }

    [Fact]
    public async Task Only_editors_close_a_thread()
    {
        var path = $"/api/v1/desk/articles/{await fixture.NewArticleAsync()}/thread";

        Assert.Equal(403, (await fixture.Http.PostAsync(path, new JsonObject { ["closed"] = true }, fixture.Moderator)).Status);
        Assert.Equal(204, (await fixture.Http.PostAsync(path, new JsonObject { ["closed"] = true }, fixture.Editor)).Status);
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing()
    {
        var made = await DiwanProgram.RunAsync("token", "create", "--role", "moderator", "--account", "leaver", "--data", fixture.Site.DataFolder);
        var token = made.Output.Trim();
        Assert.Equal(200, (await fixture.Http.FetchAsync("/api/v1/desk/queue", token)).Status);

        var list = await DiwanProgram.RunAsync("token", "list", "--json", "--data", fixture.Site.DataFolder);
        var id = list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .Single(line => (string?)line["account"] == "leaver")["id"]!.GetValue<string>();
        Assert.Equal(0, (await DiwanProgram.RunAsync("token", "revoke", id, "--data", fixture.Site.DataFolder)).Status);

        Assert.Equal(401, (await fixture.Http.FetchAsync("/api/v1/desk/queue", token)).Status);
    }

    [Fact]
    public async Task A_person_without_a_sign_in_is_sent_to_the_sign_in_page()
    {
        var answer = await fixture.Http.FetchAsync("/desk");

        Assert.Equal(302, answer.Status);
        Assert.Contains("/desk/sign-in", answer.Headers["Location"], StringComparison.Ordinal);
    }
}
