using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diwan.Comments.Articles;

namespace Diwan.Server.Tests.Pages;

public sealed class ArticlePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Everything_an_article_says_stands_once_in_one_article_element()
    {
        var other = await site.PublishAsync(one => one with { Headline = "Coalition stays" });
        var article = await site.PublishAsync(one => one with
        {
            PublishedAt = new(2021, 7, 25, 0, 0, 0, TimeSpan.Zero),
            Byline = "Layla Shakir",
            Dateline = "ERBIL, Kurdistan Region",
            Editor = "Joanne Example",
            Body =
            [
                new ArticleBlock.Paragraph([new("The first "), new("paragraph", Emphasis.Strong), new(" < & >")]),
                new ArticleBlock.Picture { Caption = "A caption that lost its picture.", Credit = "A. Photographer" },
                new ArticleBlock.ReadMore("Coalition stays"),
                new ArticleBlock.ReadMore("Nobody has this one"),
            ],
        });

        var page = await site.ReadAsync($"/articles/{article.Slug}");
        var story = Assert.Single(page.QuerySelectorAll("article"));

        Assert.Equal("The river is back", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("25 July 2021", story.QuerySelector("time")!.TextContent);
        Assert.Equal("2021-07-25", story.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("By Layla Shakir", story.QuerySelector(".byline")!.TextContent);
        Assert.Equal("ERBIL, Kurdistan Region — The first paragraph < & >", story.QuerySelector(".body p")!.TextContent);
        Assert.Contains("A caption that lost its picture.", story.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Photo: A. Photographer", story.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Editing by Joanne Example", story.QuerySelector(".editor")!.TextContent);
        var more = story.QuerySelectorAll(".read-more");
        Assert.Equal($"/articles/{other.Slug}", more[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(more[1].QuerySelector("a"));
        Assert.Equal("Read More: Nobody has this one", more[1].TextContent);
    }

    [Fact]
    public async Task A_page_without_a_date_is_undated()
    {
        var article = await site.PublishAsync();

        Assert.Equal("Undated", (await site.ReadAsync($"/articles/{article.Slug}")).QuerySelector("article .date")!.TextContent);
    }

    [Fact]
    public async Task An_imported_copy_names_its_source_and_asks_not_to_be_listed()
    {
        var article = await site.PublishAsync(one => one with { IsOwn = false, Url = $"https://elsewhere.example/{one.Id}" });

        var answer = await site.Client.GetAsync($"/articles/{article.Slug}");
        var page = Site.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(article.Url, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Null((await site.ReadAsync($"/articles/{(await site.PublishAsync()).Slug}")).QuerySelector("link[rel=canonical]"));
        Assert.DoesNotContain(article.Slug, await site.Client.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain(article.Slug, await site.Client.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_Sorani_is_mirrored_and_speaks_Sorani()
    {
        var article = await site.PublishAsync(one => one with { Language = "ckb", Headline = "ڕووبارەکە گەڕایەوە" });

        var answer = await site.Client.GetStringAsync($"/articles/{article.Slug}");
        var page = Site.Parse(answer);

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("ckb", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("بێ ڕێکەوت", page.QuerySelector("article .date")!.TextContent);
        Assert.Contains("ڕووبارەکە گەڕایەوە", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approved_comments_stand_under_the_ones_they_answer_exactly_as_received()
    {
        var article = await site.PublishAsync();
        const string text = "  <script>alert(1)</script>\r\n\tsecond line \u0080 é 😀 \u2028 & \"quoted\"  ";
        var first = await site.ApprovedAsync(article, text, "Ş <b>");
        var reply = await site.ApprovedAsync(article, "I agree.", "دیلان", first.Id);
        await site.SubmitAsync(article, "Waiting for a person.");

        var page = await site.ReadUntilAsync($"/articles/{article.Slug}", one => one.QuerySelectorAll(".comment").Length == 2);

        var shown = page.GetElementById($"comment-{first.Id}")!;
        Assert.Equal(text, shown.QuerySelector(".text")!.TextContent);
        Assert.Equal("Ş <b>", shown.QuerySelector(".author")!.TextContent);
        Assert.Equal(shown, page.GetElementById($"comment-{reply.Id}")!.ParentElement!.ParentElement);
        Assert.Equal("In reply to Ş <b>", page.GetElementById($"comment-{reply.Id}")!.QuerySelector(".to")!.TextContent);
        Assert.DoesNotContain("Waiting for a person.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"commentCount\":2", page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_of_more_than_twenty_goes_on_on_the_next_page_and_a_permalink_finds_it_there()
    {
        var article = await site.PublishAsync();
        var oldest = await site.ApprovedAsync(article, "The very first.");
        for (var i = 0; i < 20; i++) await site.ApprovedAsync(article, $"Comment {i}.");

        var page = await site.ReadUntilAsync($"/articles/{article.Slug}", one => one.QuerySelectorAll(".comment").Length == 20);
        var next = await site.ReadAsync(((IHtmlAnchorElement)page.QuerySelector("a[rel=next]")!).GetAttribute("href")!);
        var permalink = await site.Client.GetAsync($"/comments/{oldest.Id}");

        Assert.NotNull(next.GetElementById($"comment-{oldest.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, permalink.StatusCode);
        Assert.EndsWith($"#comment-{oldest.Id}", permalink.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await site.ReadAsync(permalink.Headers.Location.ToString().Split('#')[0])).GetElementById($"comment-{oldest.Id}"));
    }

    [Fact]
    public async Task The_size_of_text_is_chosen_by_a_link_and_remembered_without_a_script()
    {
        var article = await site.PublishAsync();
        var plain = await site.ReadAsync($"/articles/{article.Slug}");
        var larger = await site.Client.GetAsync(plain.QuerySelector(".sizes a")!.GetAttribute("href"));
        var cookie = larger.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        var request = new HttpRequestMessage(HttpMethod.Get, $"/articles/{article.Slug}");
        request.Headers.Add("Cookie", cookie);
        var later = Site.Parse(await (await site.Client.SendAsync(request)).Content.ReadAsStringAsync());

        Assert.Equal("1", plain.DocumentElement.GetAttribute("data-size"));
        Assert.Equal("2", later.DocumentElement.GetAttribute("data-size"));
        Assert.Contains("private", larger.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reader_gets_a_key_of_their_own_on_a_page_that_is_kept_ready()
    {
        var path = $"/articles/{(await site.PublishAsync()).Slug}";
        var (first, second) = (await site.Client.GetAsync(path), await site.Client.GetAsync(path));
        var keys = await Task.WhenAll(((HttpResponseMessage[])[first, second]).Select(async answer =>
            Site.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector<IHtmlInputElement>("input[name=idempotencyKey]")!));

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.All(keys, key => Assert.Equal("form", key.GetAttribute("form")));
        Assert.NotEqual(keys[0].Value, keys[1].Value);
    }

    [Fact]
    public async Task An_id_leads_to_the_slug_and_an_unknown_slug_or_order_to_a_page_that_says_so()
    {
        var article = await site.PublishAsync();
        var byId = await site.Client.GetAsync($"/articles/{article.Id}");
        var request = new HttpRequestMessage(HttpMethod.Get, "/articles/nowhere");
        request.Headers.AcceptLanguage.ParseAdd("ku-IQ, en;q=0.5");
        var unknown = await site.Client.SendAsync(request);

        Assert.Equal($"/articles/{article.Slug}", byId.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("ckb", Site.Parse(await unknown.Content.ReadAsStringAsync()).DocumentElement.GetAttribute("lang"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync($"/articles/{article.Slug}?sort=best")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.Client.DeleteAsync($"/articles/{article.Slug}")).StatusCode);
    }

    [Fact]
    public async Task Headings_go_down_one_step_at_a_time_and_every_field_has_a_label()
    {
        var article = await site.PublishAsync();
        await site.ApprovedAsync(article, "Good.");
        var page = await site.ReadUntilAsync($"/articles/{article.Slug}", one => one.QuerySelector(".comment") is not null);
        var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), textarea"), field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
        Assert.All(page.QuerySelectorAll("[aria-describedby]"), field => Assert.All(
            field.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }
}
