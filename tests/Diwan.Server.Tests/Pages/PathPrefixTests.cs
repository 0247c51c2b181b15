using System.Net;

namespace Diwan.Server.Tests.Pages;

/// <summary>The site below a path of the publisher's own domain.</summary>
public sealed class PathPrefixTests(PathPrefixTests.BelowAPath site) : IClassFixture<PathPrefixTests.BelowAPath>
{
    [Theory]
    [InlineData("")]
    [InlineData("/talk")]
    public async Task Every_link_form_and_file_of_a_page_is_below_it_whether_the_proxy_takes_it_off_or_not(string asked)
    {
        var article = await site.PublishAsync(one => one with { Slug = $"bridge-{one.Id}" });
        await site.ApprovedAsync(article, "A link to href=\"/guidelines\" is a text.");
        var page = await site.ReadUntilAsync($"{asked}/articles/{article.Slug}", one => one.QuerySelector("li.comment") is not null);

        var targets = page.QuerySelectorAll("[href], [action], [src]").Select(one => one.GetAttribute("href") ?? one.GetAttribute("action") ?? one.GetAttribute("src")!)
            .Where(target => !target.StartsWith('#')).ToList();
        Assert.Equal($"https://news.example/talk/articles/{article.Slug}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.True(targets.Count > 15, $"{targets.Count} links");
        Assert.All(targets, target => Assert.StartsWith(target.StartsWith('/') ? "/talk/" : "https://news.example/talk/", target, StringComparison.Ordinal));
        Assert.Equal("A link to href=\"/guidelines\" is a text.", page.QuerySelector(".comment .text")!.TextContent);
        foreach (var target in targets.Where(target => target.StartsWith("/talk/assets/", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(new Uri(target[(asked.Length == 0 ? "/talk".Length : 0)..], UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Redirects_stay_below_it()
    {
        var article = await site.PublishAsync();
        var comment = await site.ApprovedAsync(article, "Where am I?");
        var permalink = await site.Client.GetAsync(new Uri($"/comments/{comment.Id}", UriKind.Relative));
        Assert.Equal($"/talk/articles/{article.Slug}#comment-{comment.Id}", permalink.Headers.Location!.ToString());

        using var form = new FormUrlEncodedContent([new("author", "Dilan"), new("text", "Through the proxy.")]);
        var taken = await site.Client.PostAsync(new Uri($"/talk/articles/{article.Slug}/comments", UriKind.Relative), form);
        Assert.StartsWith("/talk/r/", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fragment_carries_whole_addresses_so_any_server_may_include_it()
    {
        var article = await site.PublishAsync();
        var part = await site.ReadAsync($"/embed?url=https://news.example/talk/articles/{article.Slug}");

        Assert.Equal("https://news.example/talk/guidelines", part.QuerySelector(".rules a")!.GetAttribute("href"));
        Assert.Equal($"https://news.example/talk/articles/{article.Slug}/comments#form", part.QuerySelector("form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task Feed_and_sitemap_name_whole_addresses()
    {
        var article = await site.PublishAsync();

        foreach (var path in (string[])["/feed.xml", "/sitemap.xml"])
            Assert.Contains($"https://news.example/talk/articles/{article.Slug}<", await site.Client.GetStringAsync(path), StringComparison.Ordinal);
    }

    public sealed class BelowAPath : Site
    {
        protected override Uri? PublicUrl => new("https://news.example/talk");
    }
}
