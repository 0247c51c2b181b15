using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests;

/// <summary>What a stranger gets who runs the one command.</summary>
public sealed class FirstStartTests(SiteFixture fixture)
{
    [Fact]
    public async Task The_sample_newspaper_stands_on_the_front_page()
    {
        var front = await fixture.Http.FetchAsync("/");

        Assert.Equal(200, front.Status);
        Assert.Contains("/articles/", front.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"ckb\"", front.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_addresses_of_readers_desk_and_api_are_printed()
    {
        var address = fixture.Site.Address.GetLeftPart(UriPartial.Authority);

        Assert.Contains($"{address}/desk", fixture.Site.Written, StringComparison.Ordinal);
        Assert.Contains($"{address}/openapi/v1.json", fixture.Site.Written, StringComparison.Ordinal);
        Assert.Contains("sign-in-link.txt", fixture.Site.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_link_is_for_its_owner_alone_and_never_printed_into_a_log()
    {
        var file = Path.Combine(fixture.Site.DataFolder, "sign-in-link.txt");
        var link = (await File.ReadAllTextAsync(file)).Trim();

        Assert.StartsWith(fixture.Site.Address.GetLeftPart(UriPartial.Authority), link, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain(new Uri(link).Segments[^1], fixture.Site.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_imports_nothing_again_and_prints_no_link()
    {
        using var folder = new TemporaryFolder();
        int before;
        await using (var first = await RunningSite.StartAsync(folder.Path)) before = await ArticlesAsync(first);
        File.Delete(folder.At("sign-in-link.txt"));

        await using var second = await RunningSite.StartAsync(folder.Path);

        Assert.Equal(before, await ArticlesAsync(second));
        Assert.False(File.Exists(folder.At("sign-in-link.txt")));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_site_says_that_it_is_well(string path) =>
        Assert.Equal(200, (await fixture.Http.FetchAsync(path)).Status);

    [Fact]
    public async Task The_api_describes_itself()
    {
        var description = await fixture.Http.FetchAsync("/openapi/v1.json");

        Assert.Equal(200, description.Status);
        Assert.True(description.Json.GetProperty("paths").TryGetProperty("/api/v1/articles/{id}/comments", out _));
    }

    private static async Task<int> ArticlesAsync(RunningSite site) =>
        (await site.Http.FetchAsync("/sitemap.xml")).Text.Split("<loc>").Length;
}
