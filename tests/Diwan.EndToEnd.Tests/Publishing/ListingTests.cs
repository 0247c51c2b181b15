using System.Text.Json;
using System.Xml.Linq;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Publishing;

/// <summary>Threads page by page, counts, and what search engines and feed readers are told.</summary>
public sealed class ListingTests(SiteFixture fixture)
{
    [Fact]
    public async Task A_long_thread_comes_page_by_page_each_comment_once()
    {
        var article = await fixture.NewArticleAsync();
        var sent = new List<string>();
        for (var number = 0; number < 23; number++) sent.Add(await fixture.PublishAsync(article, $"Comment number {number}."));

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments?sort=oldest{(next is null ? "" : $"&after={Uri.EscapeDataString(next)}")}");
            Assert.InRange(page.Json.GetProperty("comments").GetArrayLength(), 1, 20);
            seen.AddRange(page.Json.GetProperty("comments").EnumerateArray().Select(comment => comment.GetProperty("id").GetString()!));
            next = page.Get("next");
        }
        while (next is not null);

        Assert.Equal(sent, seen);
    }

    [Fact]
    public async Task Counts_tell_the_approved_comments_of_every_address_asked_for()
    {
        var article = await fixture.NewArticleAsync();
        var url = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("url")!;
        await fixture.PublishAsync(article, "One.");
        await fixture.SubmitAsync(article, "Waiting.");

        var counts = await fixture.Http.FetchAsync($"/api/v1/counts?url={Uri.EscapeDataString(url)}&url=https%3A%2F%2Fnews.example%2Funknown");

        Assert.Equal(200, counts.Status);
        Assert.Equal(1, Numbers(counts.Json).Sum());
        Assert.Contains(url, counts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_found_by_its_address()
    {
        var article = await fixture.NewArticleAsync();
        var url = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("url")!;

        Assert.Equal(article, (await fixture.Http.FetchAsync($"/api/v1/articles?url={Uri.EscapeDataString(url)}")).Get("id"));
        Assert.Equal(404, (await fixture.Http.FetchAsync("/api/v1/articles?url=https%3A%2F%2Fnews.example%2Fnone")).Status);
    }

    [Fact]
    public async Task Feed_and_sitemap_are_xml_that_names_the_papers_own_articles()
    {
        foreach (var path in (string[])["/feed.xml", "/sitemap.xml"])
        {
            var answer = await fixture.Http.FetchAsync(path);
            Assert.Equal(200, answer.Status);
            Assert.Contains(XDocument.Parse(answer.Text).Descendants(), element => element.Value.Contains("/articles/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is_and_what_is_private()
    {
        var robots = await fixture.Http.FetchAsync("/robots.txt");

        Assert.Equal("text/plain", robots.MediaType);
        Assert.Contains("Disallow: /desk", robots.Text, StringComparison.Ordinal);
        Assert.Contains("/sitemap.xml", robots.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/guidelines")]
    [InlineData("/privacy")]
    [InlineData("/desk/sign-in")]
    public async Task No_page_may_load_or_tell_anything_elsewhere(string path)
    {
        var page = await fixture.Http.FetchAsync(path);

        Assert.Equal(200, page.Status);
        Assert.Contains("default-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.DoesNotContain("src=\"http", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=\"", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ckb", "rtl")]
    [InlineData("kmr", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("tr", "ltr")]
    [InlineData("fa", "rtl")]
    public async Task The_guidelines_stand_in_the_readers_language_and_direction(string language, string direction)
    {
        var page = await fixture.Http.FetchAsync($"/guidelines?lang={language}");

        Assert.Matches($"<html[^>]*lang=\"{language}\"[^>]*dir=\"{direction}\"", page.Text);
        Assert.DoesNotContain("&#x6", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<int> Numbers(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => [json.GetInt32()],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Numbers(property.Value)),
        _ => [],
    };
}
