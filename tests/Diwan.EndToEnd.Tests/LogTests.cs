using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests;

/// <summary>A log is read by more people than a desk: nothing that a reader wrote is in it.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task What_readers_write_and_the_links_they_get_never_reach_the_log()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder.Path);
        var slug = (await site.Http.FetchAsync("/")).Text.Split("/articles/")[1].Split('"', '#', '?')[0];
        var path = $"/api/v1/articles/{slug}/comments";

        var taken = await site.Http.PostAsync(path, new JsonObject { ["author"] = "markername", ["text"] = "markertext", ["email"] = "markermail@news.example", ["idempotencyKey"] = "markerkey" });
        Assert.Equal(202, taken.Status);
        await site.Http.PostAsync(path, new JsonObject { ["author"] = "markername", ["text"] = "markertext\0" });
        await site.Http.PostRawAsync(path, "{\"author\":\"markername\",\"text\":\"markertext\\ud800\"}");
        await site.Http.FetchAsync($"/r/{taken.Get("receipt")}");
        await site.Http.FetchAsync("/desk/sign-in/markersecret");
        await site.Http.FetchAsync("/api/v1/desk/queue", "markertoken");

        await Wait.UntilAsync(() => Task.FromResult(site.Written.Contains(taken.Get("id")!, StringComparison.Ordinal)));
        Assert.DoesNotContain("marker", site.Written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(taken.Get("receipt")!, site.Written, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1:", site.Written.Replace(site.Address.Authority, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
