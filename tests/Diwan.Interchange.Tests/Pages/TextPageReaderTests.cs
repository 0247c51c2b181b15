using CsCheck;
using Diwan.Comments.Articles;
using Diwan.Interchange.Pages;

namespace Diwan.Interchange.Tests.Pages;

public sealed class TextPageReaderTests
{
    private readonly TextPageReader _reader = new(PageFurniture.Default, text => text.Any(character => character is 'ە' or 'ێ') ? "ckb" : "en");

    [Fact]
    public void A_dated_page_comes_out_without_its_furniture()
    {
        var article = ReadFile("dated.txt").Drafts[0];

        Assert.Equal("Ferry crossing ‘will not close’ this winter: harbour master", article.Headline);
        Assert.Equal((new DateTimeOffset(2021, 7, 25, 0, 0, 0, TimeSpan.Zero), false), (article.PublishedAt!.Value, article.HasTimeOfDay));
        Assert.Equal(("Dilan Serdar", "ERBIL, Kurdistan Region", null), (article.Byline, article.Dateline, article.Editor));
        Assert.Equal(("dated.txt", null, false, false), (article.Source, article.Url, article.IsOwn, article.IsPartial));
        Assert.Equal(
            [
                "The ferry below the old mill keeps running through the winter, the harbour master told the Sample Paper’s (SP) weekend desk on Saturday.",
                "“We looked at the water level every day,” he said.",
                "The boat carries forty people.",
                "→ Storks return to the tower",
                "In the evening the lamps are lit at 17:30, and the last crossing waits for the bus.",
            ],
            article.Body.Select(Shown));
    }

    [Fact]
    public void The_teaser_under_the_latest_is_a_partial_article_of_its_own()
    {
        var drafts = ReadFile("dated.txt").Drafts;

        Assert.Equal(2, drafts.Count);
        Assert.Equal(("Reading room opens after long repair: mayor", true), (drafts[1].Headline, drafts[1].IsPartial));
        Assert.Null(drafts[1].PublishedAt);
        Assert.Equal(
            [
                "[The mayor opens the reading room in Duhok on November 23, 2024.|SPF]",
                "The mayor said on Saturday that the reading room opens again, as the library prepares to lend books in the evening.",
            ],
            drafts[1].Body.Select(Shown));
    }

    [Fact]
    public void An_undated_page_without_byline_stays_so_and_keeps_its_caption_once()
    {
        var article = Assert.Single(ReadFile("undated.txt").Drafts);

        Assert.Null(article.PublishedAt);
        Assert.Null(article.Byline);
        Assert.Equal(("ERBIL (Sample 24)", "Jo Stock-Keller"), (article.Dateline, article.Editor));
        Assert.Equal(
            [
                "[Beekeepers carry hives and a MaxxPro smoker across a field as part of a lesson given near Erbil, Kurdistan Region, Feb. 8, 2017.|Field School/Dr. Josephine Carlson]",
                "The dry spring, including the so-called short rains, still worries growers, one of them said on Wednesday.",
                "→ Orchard owners should count blossoms rather than guess",
                "“We believe that the hives still need water,” she said.",
                "The two schools meet again in May.",
            ],
            article.Body.Select(Shown));
    }

    [Fact]
    public void Direction_marks_around_the_lines_of_a_page_change_nothing()
    {
        var page = File.ReadAllText(PathOf("dated.txt"));
        var marked = string.Join('\n', page.Split('\n').Select(line => $"\u200F\u202B{line}\u202C\u200F"));

        Assert.Equal(Read(page).Drafts[0].Body.Select(Shown), Read(marked).Drafts[0].Body.Select(Shown));
    }

    [Fact]
    public void A_page_broken_to_a_width_gets_its_paragraphs_back()
    {
        var article = Read("Ferry runs\n\nThe ferry below the old mill keeps running through the long\nwinter nights, as it has for ninety years and will.\n\nIt is lit.").Drafts[0];

        Assert.Equal(["The ferry below the old mill keeps running through the long winter nights, as it has for ninety years and will.", "It is lit."], article.Body.Select(Shown));
    }

    [Fact]
    public void A_caption_without_credit_is_known_by_standing_twice()
    {
        var article = Read("Ferry runs\n\nThe ferry at dawn.\nThe ferry at dawn.\n\nThe ferry keeps running through the winter.").Drafts[0];

        Assert.Equal(["[The ferry at dawn.|]", "The ferry keeps running through the winter."], article.Body.Select(Shown));
    }

    [Fact]
    public void A_name_over_the_text_is_a_byline_and_a_word_alone_between_paragraphs_a_heading()
    {
        var long1 = "The ferry keeps running through the winter, and the harbour master is glad of it.";
        var article = Read($"Ferry runs\n\nBy Dilan Serdar\n\n{long1}\n\nHow it was done\n\n{long1}").Drafts[0];

        Assert.Equal("Dilan Serdar", article.Byline);
        Assert.Equal([long1, "# How it was done", long1], article.Body.Select(Shown));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\u00A0\n \uFEFF", "the file is empty")]
    [InlineData("Comments\n\nAll comments are moderated.\n\nPost a comment", "only the lines around an article (comment rules, The Latest), no article")]
    [InlineData("Index of /news\n\n[DIR] one of the many folders of this place", "a directory listing")]
    [InlineData("total 8\n-rw-r--r-- 1 a a 12 Nov 22 a.txt\n-rw-r--r-- 1 a a 12 Nov 22 b.txt", "a directory listing")]
    [InlineData("A headline\n\nshort", "no running text in it")]
    [InlineData("id;name;count\n1;2;3;4 5 6 7 8 9;10\n1;2;3;4;5;6", "a file of another kind: too few of its characters are running text")]
    public void What_is_no_article_is_named(string page, string problem)
    {
        var reading = Read(page);

        Assert.Empty(reading.Drafts);
        Assert.Equal(problem, reading.Problem);
    }

    [Fact]
    public void A_text_of_a_million_captions_is_named() =>
        Assert.Equal("longer than any article: more than 5,000 lines", Read(string.Concat(Enumerable.Repeat("Photo: x\n", 1_000_000))).Problem);

    [Fact]
    public void No_text_throws() => Gen.String.Array[0, 12].Sample(lines => Assert.NotNull(Read(string.Join('\n', lines))));

    [Fact]
    public void No_mixture_of_furniture_throws()
    {
        string[] parts = ["Comments", "The Latest", "Read More:", "Read More: Rain", "Editing by Jo", "Photo: MEPS", "(Photo: A)", "A+ A-", "25-07-2021", "Jo Salar", "ERBIL — It rained here all day long.", "", "\uD800", "\u202B\u202C", "A caption of four words"];
        Gen.Int[0, parts.Length - 1].Select(part => parts[part]).Array[0, 30].Sample(lines =>
        {
            foreach (var draft in Read(string.Join('\n', lines)).Drafts) Assert.NotEmpty(draft.Headline);
        });
    }

    private PageReading ReadFile(string name) => _reader.Read(File.ReadAllText(PathOf(name)), new() { Source = name });

    private PageReading Read(string page) => _reader.Read(page, new() { Source = "page.txt" });

    internal static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Pages", "files", name);

    internal static string Shown(ArticleBlock block) => block switch
    {
        ArticleBlock.Paragraph paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)),
        ArticleBlock.Quotation quotation => $"> {string.Concat(quotation.Runs.Select(run => run.Text))}",
        ArticleBlock.Heading heading => $"# {heading.Text}",
        ArticleBlock.ReadMore more => $"→ {more.Headline}",
        ArticleBlock.Picture picture => $"[{picture.Caption}|{picture.Credit}]",
        ArticleBlock.ItemList list => string.Join(" · ", list.Items.Select(item => string.Concat(item.Select(run => run.Text)))),
        _ => throw new InvalidOperationException(),
    };
}
