using System.Net;
using System.Text.Json;

namespace Diwan.Server.Tests.Embed;

/// <summary>What a publisher's front page says of its threads: the newest comments, and how many there are.</summary>
public sealed class LatestTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_newest_comments_of_the_site_lead_to_where_their_readers_know_them()
    {
        var own = await site.PublishAsync(one => one with { Url = $"https://news.example/{one.Id}", Headline = "On the publisher's own pages" });
        var copy = await site.PublishAsync(one => one with { Url = $"https://elsewhere.example/{one.Id}", IsOwn = false });
        await site.ApprovedAsync(own, "Too old to be shown.");
        var first = await site.ApprovedAsync(own, new string('a', 100) + " " + new string('b', 100));
        var second = await site.ApprovedAsync(copy, "<b>The newest</b>", "Ş");
        await site.SubmitAsync(own, "Nobody has decided on this one.");

        var part = await site.ReadUntilAsync("/embed/latest?limit=2", page => page.QuerySelector(".text")?.TextContent == "<b>The newest</b>");

        Assert.Equal(2, part.QuerySelectorAll("li").Length);
        Assert.Equal(["/comments/" + second.Id, $"{own.Url}#comment-{first.Id}"], part.QuerySelectorAll(".note a").Select(link => link.GetAttribute("href")));
        Assert.Equal(new string('a', 100) + "…", part.QuerySelectorAll(".text")[1].TextContent);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("many")]
    public async Task A_number_out_of_range_gives_nothing_to_include(string limit)
    {
        var answer = await site.Client.GetAsync(new Uri($"/embed/latest?limit={limit}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("en", "2 comments", "0 comments")]
    [InlineData("ar", "تعليقان", "لا تعليقات")]
    [InlineData("fr", "2 comments", "0 comments")]
    public async Task Counts_are_said_in_the_language_of_the_page(string language, string two, string none)
    {
        var article = await site.PublishAsync(one => one with { Url = $"https://news.example/{one.Id}" });
        await site.ApprovedAsync(article, "One.");
        await site.ApprovedAsync(article, "Two.");
        const string unknown = "https://news.example/unknown";
        var counts = JsonDocument.Parse(await site.Client.GetStringAsync($"/api/v1/counts?lang={language}&url={article.Url}&url={unknown}")).RootElement;

        Assert.Equal(2, counts.GetProperty("counts").GetProperty(article.Url!).GetInt32());
        Assert.Equal(two, counts.GetProperty("texts").GetProperty(article.Url!).GetString());
        Assert.Equal(none, counts.GetProperty("texts").GetProperty(unknown).GetString());
    }

    [Fact]
    public async Task Counts_without_a_language_are_numbers_alone() =>
        Assert.False(JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/counts?url=https://news.example/1")).RootElement.TryGetProperty("texts", out _));
}
