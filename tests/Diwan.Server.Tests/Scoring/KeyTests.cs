using System.Text;
using Diwan.Comments.Accounts;

namespace Diwan.Server.Tests.Scoring;

/// <summary>Who may ask for scores, and how often.</summary>
public sealed class KeyTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"comment":{"text":"This is a good article."},"requestedAttributes":{"TOXICITY":{}}}""");

    [Fact]
    public async Task Without_a_key_nothing_is_scored()
    {
        var answer = await site.SendAsync(Body, ScoringSite.Analyze);

        Assert.Equal((403, "PERMISSION_DENIED"), (answer.Status, (string?)answer.Json["error"]!["status"]));
        Assert.Equal(
            "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
            answer.Message);
    }

    [Fact]
    public async Task A_key_nobody_made_is_not_valid_and_is_found_before_the_body_is_read()
    {
        var answer = await site.SendAsync("{"u8.ToArray(), $"{ScoringSite.Analyze}?key=none");

        Assert.Equal((400, "API key not valid. Please pass a valid API key."), (answer.Status, answer.Message));
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", (string?)answer.Detail["@type"]);
        Assert.Equal(("API_KEY_INVALID", "googleapis.com"), ((string?)answer.Detail["reason"], (string?)answer.Detail["domain"]));
    }

    [Fact]
    public async Task The_key_comes_in_the_address_in_Googles_header_or_as_a_bearer_token()
    {
        Assert.Equal(200, (await site.SendAsync(Body, $"{ScoringSite.Analyze}?alt=json&key={site.Key}&quotaUser=someone")).Status);
        Assert.Equal(200, (await site.SendAsync(Body, ScoringSite.Analyze, ("X-Goog-Api-Key", site.Key))).Status);
        Assert.Equal(200, (await site.SendAsync(Body, ScoringSite.Analyze, ("Authorization", $"Bearer {site.Key}"))).Status);
    }

    [Theory]
    [InlineData(Role.Scorer)]
    [InlineData(Role.Admin)]
    public async Task A_token_scores_when_its_role_does(Role role) =>
        Assert.Equal(200, (await site.SendAsync(Body, $"{ScoringSite.Analyze}?key={await site.Tokens.CreateAsync(role, null, null)}")).Status);

    [Theory]
    [InlineData(Role.Site)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Editor)]
    public async Task A_good_token_of_another_role_is_told_that_it_lacks_permission(Role role)
    {
        var answer = await site.SendAsync(Body, $"{ScoringSite.Analyze}?key={await site.Tokens.CreateAsync(role, null, null)}");

        Assert.Equal((403, "PERMISSION_DENIED"), (answer.Status, (string?)answer.Json["error"]!["status"]));
        Assert.Contains("role", answer.Message, StringComparison.Ordinal);
        Assert.Equal("API_KEY_SERVICE_BLOCKED", (string?)answer.Detail["reason"]);
    }

    [Fact]
    public async Task A_revoked_key_ends_at_once()
    {
        var key = await site.Tokens.CreateAsync(Role.Scorer, null, null);
        var id = (await site.Store.Accounts.FindTokenAsync(Secrets.Hash(key)))!.Id;

        Assert.Equal(200, (await site.SendAsync(Body, $"{ScoringSite.Analyze}?key={key}")).Status);
        await site.Store.Accounts.RevokeTokenAsync(id, site.Clock.GetUtcNow());
        Assert.Equal(400, (await site.SendAsync(Body, $"{ScoringSite.Analyze}?key={key}")).Status);
    }

    [Fact]
    public async Task A_key_makes_its_calls_of_a_minute_and_no_more_and_another_key_is_not_touched()
    {
        var key = await site.Tokens.CreateAsync(Role.Scorer, null, null, perMinute: 2);
        var address = $"{ScoringSite.Analyze}?key={key}";
        Assert.Equal(200, (await site.SendAsync(Body, address)).Status);
        Assert.Equal(200, (await site.SendAsync(Body, address)).Status);

        var third = await site.SendAsync(Body, address);
        var id = (await site.Store.Accounts.FindTokenAsync(Secrets.Hash(key)))!.Id;
        Assert.Equal((429, "RESOURCE_EXHAUSTED", "60"), (third.Status, (string?)third.Json["error"]!["status"], third.Headers["Retry-After"]));
        Assert.Equal(
            $"Quota exceeded for quota metric 'Analysis requests (AnalyzeComment)' and limit 'Analysis requests (AnalyzeComment) per minute' of service 'commentanalyzer.googleapis.com' for consumer 'project_number:{id}'.",
            third.Message);
        Assert.Equal("RATE_LIMIT_EXCEEDED", (string?)third.Detail["reason"]);
        var metadata = third.Detail["metadata"]!;
        Assert.Equal(("AnalyzeRequestsPerMinutePerProject", "2", "global"), ((string?)metadata["quota_limit"], (string?)metadata["quota_limit_value"], (string?)metadata["quota_location"]));
        Assert.Equal(("CommentAnalyzerService/analyze_requests", $"project_number:{id}"), ((string?)metadata["quota_metric"], (string?)metadata["consumer"]));
        Assert.Equal("type.googleapis.com/google.rpc.Help", (string?)third.Json["error"]!["details"]![1]!["@type"]);
        Assert.Equal(200, (await site.PostAsync(Encoding.UTF8.GetString(Body))).Status);

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await site.SendAsync(Body, address)).Status);
    }

    [Fact]
    public async Task A_keyless_site_takes_any_key_and_none()
    {
        await using var keyless = new KeylessSite();
        await keyless.InitializeAsync();

        Assert.Equal(200, (await keyless.SendAsync(Body, ScoringSite.Analyze)).Status);
        Assert.Equal(200, (await keyless.SendAsync(Body, $"{ScoringSite.Analyze}?key=any")).Status);
    }

    private sealed class KeylessSite : ScoringSite
    {
        protected override bool IsKeyless => true;
    }
}
