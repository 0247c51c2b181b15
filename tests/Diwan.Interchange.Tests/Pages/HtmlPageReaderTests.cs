using CsCheck;
using Diwan.Comments.Articles;
using Diwan.Interchange.Pages;

namespace Diwan.Interchange.Tests.Pages;

public sealed class HtmlPageReaderTests
{
    private const string Sentence = "The mill by the river turns again after ninety years, its keeper said on Saturday morning.";

    private readonly HtmlPageReader _reader = new(PageFurniture.Default, _ => "und");

    [Fact]
    public void A_news_page_gives_what_it_says_of_itself_and_safe_blocks()
    {
        var article = Assert.Single(Read(File.ReadAllText(TextPageReaderTests.PathOf("article.html"))).Drafts);

        Assert.Equal(("Old mill grinds again", "en", "Dilan Serdar, Rojin Ali", "Town"), (article.Headline, article.Language, article.Byline, article.Section));
        Assert.Equal(("https://paper.example/mill", "ERBIL", "Jo Stock-Keller"), (article.Url, article.Dateline, article.Editor));
        Assert.Equal((new DateTimeOffset(2024, 11, 23, 7, 15, 0, TimeSpan.Zero), true), (article.PublishedAt!.Value, article.HasTimeOfDay));
        Assert.Equal(
            [
                Sentence, "[The wheel at dawn.|SPF]", "# How it was done", "Bread was baked.", "It was shared.", "> It smells like my childhood.",
                "one · two", "→ Storks return to the tower",
            ],
            article.Body.Select(TextPageReaderTests.Shown));
    }

    [Fact]
    public void Emphasis_and_web_links_are_kept_and_other_links_are_only_text()
    {
        var page = $"<article><h1>Mill</h1><p>{Sentence} <em>So</em> <a href='https://a.example/x?y=1#z'>there</a> <a href='javascript:alert(1)'>and</a> <a href='data:text/html,x'>here</a></p></article>";
        var runs = Assert.IsType<ArticleBlock.Paragraph>(Assert.Single(Read(page).Drafts[0].Body)).Runs;

        Assert.Equal(new TextRun("So", Emphasis.Emphasised), runs[1]);
        Assert.Equal("https://a.example/x?y=1#z", Assert.Single(runs, run => run.Href is not null).Href);
        Assert.Equal($"{Sentence} So there and here", string.Concat(runs.Select(run => run.Text)));
    }

    [Fact]
    public void OpenGraph_speaks_where_schema_org_is_silent()
    {
        var article = Read($"<html><head><meta property='og:title' content='Mill &amp; river'><meta property='og:url' content='https://a.example/m'><meta property='article:published_time' content='2024-11-23'><meta name='author' content='Rojin'></head><body><article><p>{Sentence}</p></article>").Drafts[0];

        Assert.Equal(("Mill & river", "https://a.example/m", "Rojin", "und"), (article.Headline, article.Url, article.Byline, article.Language));
        Assert.False(article.HasTimeOfDay);
    }

    [Fact]
    public void The_text_is_found_when_nothing_marks_it()
    {
        var paragraphs = string.Concat(Enumerable.Repeat($"<p>{Sentence} {Sentence} {Sentence}</p>", 8).Select((p, i) => p.Replace("mill", $"mill number {i}", StringComparison.Ordinal)));
        var article = Read($"<html><head><title>Mill</title></head><body><div class='menu'><a href='/a'>Home</a> <a href='/b'>Sport</a></div><div id='content'>{paragraphs}</div></body></html>").Drafts[0];

        Assert.Equal(8, article.Body.Count);
        Assert.DoesNotContain("Sport", ArticleText.PlainBody(article.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_fills_itself_in_by_script_is_read_from_its_data()
    {
        var page = "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Mill\",\"author\":\"Rojin\",\"articleBody\":\"" + Sentence + "\\n\\nBread was baked.\"}]</script><body><div id=app></div>";

        Assert.Equal([Sentence, "Bread was baked."], Read(page).Drafts[0].Body.Select(TextPageReaderTests.Shown));
    }

    [Theory]
    [InlineData("<html><body><p>Hi", "a page without a headline")]
    [InlineData("<title>Hello</title><p>Hi", "a page without running text")]
    [InlineData("<title>Index of /news</title><h1>Index of /news</h1><pre>a.txt</pre>", "a directory listing")]
    public void What_is_no_article_is_named(string page, string problem) => Assert.Equal(problem, Read(page).Problem);

    [Fact]
    public void A_page_nested_to_bring_the_reader_down_is_named() =>
        Assert.Equal("a page nested deeper than 400 elements", Read($"<title>x</title>{string.Concat(Enumerable.Repeat("<div>", 5_000))}deep").Problem);

    [Theory]
    [InlineData("<p>x", "a page of more than 20,000 elements")]
    [InlineData("<span>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a page of more than 20,000 elements")]
    public void A_page_of_ten_megabytes_of_markup_is_named(string part, string problem) =>
        Assert.Equal(problem, Read($"<title>x</title>{string.Concat(Enumerable.Repeat(part, PageFetcher.MostBytes / part.Length))}").Problem);

    [Fact]
    public void A_page_of_ten_megabytes_of_text_is_one_long_paragraph()
    {
        var parts = string.Concat(Enumerable.Repeat($"<i>{new string('a', 1_000)}</i> ", 9_000));

        Assert.InRange(ArticleText.PlainBody(Read($"<article><h1>Mill</h1><p>{parts}</p></article>").Drafts[0].Body).Length, 9_000_000, 10_000_000);
    }

    [Fact]
    public void Broken_data_does_not_hide_the_page() =>
        Assert.Equal("Mill", Read($"<script type='application/ld+json'>{{\"@type\":</script><article><h1>Mill</h1><p>{Sentence}</p>").Drafts[0].Headline);

    [Fact]
    public void Random_markup_never_throws_and_never_leaves_a_hostile_link()
    {
        string[] parts = ["<p>", "</p>", "<a href='javascript:x'>", "<a href=//e.example>", "</a>", "<ul><li>", "<figure>", "<img src=x onerror=y>", "<figcaption>", "<script>", "</script>", "<svg><a xlink:href='javascript:x'>", "<article>", "<h1>Mill</h1>", Sentence, "\uD800", "&#0;", "<table><b>", "<blockquote>", "<br><br>"];
        Gen.Int[0, parts.Length - 1].Select(part => parts[part]).Array[0, 40].Sample(markup =>
        {
            var hrefs = Read(string.Concat(markup)).Drafts.SelectMany(draft => draft.Body).OfType<ArticleBlock.Paragraph>().SelectMany(paragraph => paragraph.Runs).Select(run => run.Href);
            Assert.All(hrefs, href => Assert.True(href is null || href.StartsWith("http", StringComparison.Ordinal)));
        }, iter: 300);
    }

    private PageReading Read(string html) => _reader.Read(html, new() { Source = "page.html" });
}
