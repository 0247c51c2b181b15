using System.Net;
using AngleSharp.Dom;
using Diwan.Comments.Articles;

namespace Diwan.Server.Tests.Embed;

/// <summary>The thread as a piece of HTML for a page that is not ours.</summary>
public sealed class FragmentTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("", "en", "Comments")]
    [InlineData("?lang=ckb", "ckb", "کۆمێنتەکان")]
    [InlineData("?lang=ku-IQ", "ckb", "کۆمێنتەکان")]
    [InlineData("?lang=tr-TR", "tr", "Yorumlar")]
    [InlineData("?lang=fr", "en", "Comments")]
    public async Task It_speaks_the_language_of_the_page_or_else_of_the_article(string query, string language, string heading)
    {
        var article = await site.PublishAsync();
        var part = await site.ReadAsync($"/embed/{article.Slug}{query}");

        Assert.Equal(language, part.QuerySelector(".diwan")!.GetAttribute("lang"));
        Assert.StartsWith(heading, part.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_the_rules_the_form_and_every_comment_as_it_was_written()
    {
        var article = await site.PublishAsync();
        var comment = await site.ApprovedAsync(article, "<b>Bold</b> &\n\"quoted\" href=\"/guidelines\"", "Şîlan <i>");
        var part = await site.ReadAsync($"/embed/{article.Id}");

        var item = part.GetElementById($"comment-{comment.Id}")!;
        Assert.Equal("<b>Bold</b> &\n\"quoted\" href=\"/guidelines\"", item.QuerySelector(".text")!.TextContent);
        Assert.Equal("Şîlan <i>", item.QuerySelector(".author")!.TextContent);
        Assert.NotNull(part.QuerySelector("form.write #diwan-text"));
        Assert.NotNull(part.QuerySelector(".rules"));
        Assert.Empty(part.QuerySelectorAll("script, style, [style], [onclick]"));
    }

    [Fact]
    public async Task It_is_kept_until_the_thread_changes()
    {
        var article = await site.PublishAsync();
        await site.ApprovedAsync(article, "The first.");
        await site.ReadUntilAsync($"/embed/{article.Id}", page => page.QuerySelectorAll("li.comment").Length == 1);
        var first = await site.Client.GetAsync(new Uri($"/embed/{article.Id}", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/embed/{article.Id}") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(again)).StatusCode);

        await site.ApprovedAsync(article, "The second.");

        await site.ReadUntilAsync($"/embed/{article.Id}", page => page.QuerySelectorAll("li.comment").Length == 2);
    }

    [Fact]
    public async Task An_address_finds_its_article_and_one_that_is_not_there_gives_nothing_to_include()
    {
        var article = await site.PublishAsync(one => one with { Url = $"https://news.example/{one.Id}" });
        Assert.NotNull((await site.ReadAsync($"/embed?url={Uri.EscapeDataString(article.Url!)}")).QuerySelector(".diwan"));

        foreach (var path in (string[])["/embed?url=https://news.example/none", "/embed", "/embed/none", $"/embed/{article.Id}?sort=best"])
        {
            var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_permalink_brings_the_page_where_its_comment_stands()
    {
        var article = await site.PublishAsync();
        var oldest = await site.ApprovedAsync(article, "Number 0 of many.");
        for (var i = 1; i <= 20; i++) await site.ApprovedAsync(article, $"Number {i} of many.");

        Assert.Null((await site.ReadUntilAsync($"/embed/{article.Id}", page => page.QuerySelector(".more") is not null)).GetElementById($"comment-{oldest.Id}"));
        Assert.NotNull((await site.ReadAsync($"/embed/{article.Id}?comment={oldest.Id}")).GetElementById($"comment-{oldest.Id}"));
    }

    [Fact]
    public async Task Deep_replies_are_there_to_be_opened()
    {
        var article = await site.PublishAsync();
        string? parent = null;
        for (var depth = 0; depth < 5; depth++) parent = (await site.ApprovedAsync(article, $"Depth {depth}.", parentId: parent)).Id;
        var page = await site.ReadUntilAsync($"/embed/{article.Id}", one => one.QuerySelectorAll("li.comment").Length == 5);

        Assert.Equal("2 replies", page.QuerySelector("details.deep > summary")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("details.deep li.comment").Length);
    }

    [Fact]
    public async Task A_closed_thread_has_no_form()
    {
        var article = await site.PublishAsync(one => one with { IsThreadClosed = true });

        Assert.Null((await site.ReadAsync($"/embed/{article.Id}")).QuerySelector(".thread > form"));
    }
}
