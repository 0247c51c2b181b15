using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests;

/// <summary>Whose address a rate limit counts: a reader's behind a known proxy, and never one that a stranger made up.</summary>
public sealed class ProxyTests
{
    private const int WritesPerMinute = 20;

    [Fact]
    public async Task Readers_behind_a_proxy_are_limited_one_by_one()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder.Path, withRateLimits: true);

        for (var sent = 0; sent < WritesPerMinute; sent++) Assert.Equal(404, await SendAsync(site, "192.0.2.1"));
        Assert.Equal(429, await SendAsync(site, "192.0.2.1"));
        // What a reader writes before the proxy's own entry is not looked at.
        Assert.Equal(429, await SendAsync(site, "198.51.100.9, 192.0.2.1"));
        Assert.Equal(404, await SendAsync(site, "192.0.2.2"));
        Assert.Equal(404, await SendAsync(site, "2001:db8::2"));
    }

    [Theory]
    [InlineData("proxies: [10.0.0.7]")]
    [InlineData("proxies: []")]
    public async Task A_stranger_cannot_name_an_address_of_their_choice(string settings)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("site.yaml"), settings + "\n");
        await using var site = await RunningSite.StartAsync(folder.Path, withRateLimits: true);

        for (var sent = 0; sent < WritesPerMinute; sent++) Assert.Equal(404, await SendAsync(site, $"192.0.2.{sent}"));
        Assert.Equal(429, await SendAsync(site, "192.0.2.100"));
    }

    // There is no such article: the limit is asked before anything else.
    private static async Task<int> SendAsync(RunningSite site, string forwardedFor) =>
        (await site.Http.SendAsync(HttpMethod.Post, "/api/v1/articles/none/comments", new JsonObject { ["author"] = "Dilan", ["text"] = "Thank you." }.ToJsonString(), null,
            ("X-Forwarded-For", forwardedFor))).Status;
}
