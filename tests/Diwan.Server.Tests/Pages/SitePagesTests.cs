using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Diwan.Comments.Articles;

namespace Diwan.Server.Tests.Pages;

public sealed class SitePagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_front_page_lists_articles_of_every_language_each_in_its_own_direction_with_its_count()
    {
        var english = await site.PublishAsync();
        var kurdish = await site.PublishAsync(one => one with { Language = "ckb", Headline = "ڕووبار" });
        await site.ApprovedAsync(english, "One.");

        var page = await site.ReadUntilAsync("/", one => one.QuerySelector($"a.count[href^='/articles/{english.Slug}']") is not null);

        Assert.Equal("1 comment", page.QuerySelector($"a.count[href^='/articles/{english.Slug}']")!.TextContent);
        var teaser = page.QuerySelector($"article a[href='/articles/{kurdish.Slug}']")!.Closest("article")!;
        Assert.Equal(("ckb", "rtl"), (teaser.GetAttribute("lang"), teaser.GetAttribute("dir")));
    }

    [Theory]
    [InlineData("/", "ar", "rtl")]
    [InlineData("/guidelines", "fa", "rtl")]
    [InlineData("/privacy", "tr", "ltr")]
    public async Task A_page_speaks_the_language_asked_for(string path, string language, string direction)
    {
        var page = await site.ReadAsync($"{path}?lang={language}");

        Assert.Equal((language, direction), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
    }

    [Fact]
    public async Task The_guidelines_are_all_there_in_words() =>
        Assert.Equal(11, (await site.ReadAsync("/guidelines")).QuerySelectorAll(".guidelines dt").Length);

    [Fact]
    public async Task Feed_and_sitemap_are_well_formed_and_name_the_publisher_s_own_articles()
    {
        var article = await site.PublishAsync(one => one with { Headline = "Bread & <roses> \u0001", PublishedAt = new(2021, 7, 25, 0, 0, 0, TimeSpan.Zero) });

        var feed = XDocument.Parse(await site.Client.GetStringAsync("/feed.xml"));
        var map = XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml"));

        var item = feed.Descendants("item").Single(one => one.Element("link")!.Value.EndsWith(article.Slug, StringComparison.Ordinal));
        Assert.Equal("Bread & <roses> ", item.Element("title")!.Value);
        Assert.Equal(2021, DateTimeOffset.Parse(item.Element("pubDate")!.Value, CultureInfo.InvariantCulture).Year);
        Assert.Contains(map.Descendants(), one => one.Name.LocalName == "loc" && one.Value.EndsWith($"/articles/{article.Slug}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_host_stands_on_no_page()
    {
        var article = await site.PublishAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/articles/{article.Slug}");
        request.Headers.Host = "evil.example";

        Assert.DoesNotContain("evil.example", await (await site.Client.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_and_pages_are_asked_for_again()
    {
        var page = await site.Client.GetAsync("/");
        var style = Site.Parse(await page.Content.ReadAsStringAsync()).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href");
        var asset = await site.Client.GetAsync(style);

        Assert.Equal("text/css", asset.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("public, max-age=0, s-maxage=1", page.Headers.CacheControl!.ToString().Replace("s-maxage=1, max-age=0", "max-age=0, s-maxage=1", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/assets/reader.css")).StatusCode);
    }

    [Fact]
    public async Task A_picture_is_served_and_a_name_that_leads_elsewhere_is_not()
    {
        var name = await site.Store.Media.SaveAsync("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), "svg");

        var picture = await site.Client.GetAsync($"/media/{name}");

        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", picture.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/media/..%2Fdiwan.db.svg")).StatusCode);
    }

    [Fact]
    public async Task Pages_answer_HEAD_and_refuse_what_they_cannot_do_in_words()
    {
        var head = await site.Client.SendAsync(new(HttpMethod.Head, "/"));
        var delete = await site.Client.DeleteAsync("/guidelines?lang=ar");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, delete.StatusCode);
        Assert.Equal("ar", Site.Parse(await delete.Content.ReadAsStringAsync()).DocumentElement.GetAttribute("lang"));
    }
}
