using System.Text;
using Diwan.Comments.Articles;
using Diwan.Comments.Tests.Articles;
using Diwan.Interchange.Pages;

namespace Diwan.Interchange.Tests.Pages;

public sealed class PageImporterTests : IDisposable
{
    private readonly ArticlesInMemory _articles = new();
    private readonly MediaInMemory _media = new();
    private readonly ImportArticle _import;
    private readonly PageFetcher _fetcher = new(TimeProvider.System);
    private readonly string _folder = Directory.CreateTempSubdirectory("diwan-pages-").FullName;

    public PageImporterTests() => _import = new(_articles, TimeProvider.System);

    public void Dispose()
    {
        _import.Dispose();
        _fetcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_sample_site_comes_in_whole_and_a_second_time_nothing_is_written()
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "data", "sample-site");
        var reports = await Run(sample);

        Assert.All(reports, report => Assert.Null(report.Problem));
        Assert.All(reports, report => Assert.Empty(report.Notes));
        Assert.All(_articles.All, article => Assert.False(article.IsPartial, article.Headline));
        Assert.All(_articles.All, article => Assert.True(article is { IsOwn: true, PublishedAt: not null, Byline: not null, Dateline: not null, Editor: not null, Section: not null }, article.Headline));
        Assert.Equal(["ar", "ckb", "en", "fa", "kmr", "tr"], _articles.All.Select(article => article.Language).Distinct().Order(StringComparer.Ordinal));
        var writes = _articles.Writes;

        var again = await Run(sample);

        Assert.Equal(writes, _articles.Writes);
        Assert.All(again.SelectMany(report => report.Taken), taken => Assert.True(taken.Outcome is ImportOutcome.Unchanged or ImportOutcome.Kept));
    }

    [Fact]
    public async Task Pictures_of_the_site_file_are_stored_with_their_size_and_alternative()
    {
        await Run(Path.Combine(AppContext.BaseDirectory, "data", "sample-site"));
        var pictures = _articles.All.SelectMany(article => article.Body).OfType<ArticleBlock.Picture>().Where(picture => picture.Source is not null).ToList();

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(_media.Saved.ContainsKey(picture.Source!) && picture is { Width: > 0, Height: > 0, Alt.Length: > 0, Caption.Length: > 0 }));
    }

    [Fact]
    public async Task A_folder_is_read_in_order_and_what_is_no_article_is_named_while_the_rest_goes_on()
    {
        var reports = await Run(Path.Combine(AppContext.BaseDirectory, "Pages", "files"));

        Assert.Equal(["article.html", "binary.txt", "dated.txt", "rules.txt", "undated.txt"], reports.Select(report => Path.GetFileName(report.Source)));
        Assert.Equal("a file of another kind, no page", reports[1].Problem);
        Assert.Equal("only the lines around an article (comment rules, The Latest), no article", reports[3].Problem);
        Assert.Equal([1, 0, 2, 0, 1], reports.Select(report => report.Taken.Count));
        Assert.Contains("a picture was not taken: https://paper.example/mill.jpg", reports[0].Notes);
        Assert.All(_articles.All, article => Assert.False(article.IsOwn));
    }

    [Fact]
    public async Task An_old_page_in_the_code_page_of_windows_is_read()
    {
        const string page = "العبّارة تعمل في الشتاء\r\n\r\nقال مدير المرفأ يوم السبت إن العبّارة تعمل في الشتاء كله.";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var report = await Write("old.txt", Encoding.GetEncoding(1256).GetBytes(page));

        Assert.Equal("العبّارة تعمل في الشتاء", Assert.Single(report.Taken).Headline);
    }

    [Fact]
    public async Task A_page_reaches_no_file_outside_its_folder()
    {
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0];
        Directory.CreateDirectory(Path.Combine(_folder, "pages"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "outside.gif"), gif);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "pages", "inside.gif"), gif);
        File.CreateSymbolicLink(Path.Combine(_folder, "pages", "link.gif"), Path.Combine(_folder, "outside.gif"));
        var text = string.Concat(Enumerable.Repeat("The mill by the river turns again. ", 5));
        var report = await Write("pages/a.html", Encoding.UTF8.GetBytes(
            $"<article><h1>Mill</h1><img src=inside.gif><img src='../outside.gif'><img src='link.gif'><img src='{_folder}/outside.gif'><img src='file:///etc/hostname'><img src='http://127.0.0.1/x.gif'><p>{text}</p></article>"));

        Assert.Equal(5, report.Notes.Count);
        Assert.Single(_media.Saved);
        Assert.Equal((1, 1), Assert.Single(_articles.All).Body.OfType<ArticleBlock.Picture>().Select(picture => (picture.Width, picture.Height)).Single());
    }

    [Theory]
    [InlineData("ftp://example.org/a", "only addresses that begin with http:// or https:// are fetched")]
    [InlineData("http://127.0.0.1/", "127.0.0.1 is not on the public network: private addresses are refused")]
    [InlineData("http://[::1]/", "[::1] is not on the public network: private addresses are refused")]
    [InlineData("http://localhost/", "localhost is not on the public network: private addresses are refused")]
    [InlineData("no-such-file.txt", "no such file")]
    public async Task What_cannot_be_had_is_named(string source, string problem) =>
        Assert.Equal(problem, Assert.Single(await Run(source)).Problem);

    [Fact]
    public async Task The_publisher_may_say_that_everything_is_its_own()
    {
        await foreach (var _ in Importer(isOwn: true).RunAsync([TextPageReaderTests.PathOf("undated.txt")])) { }

        Assert.True(Assert.Single(_articles.All) is { IsOwn: true, Source: null });
    }

    private async Task<ImportReport> Write(string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, name), bytes);
        return Assert.Single(await Run(Path.Combine(_folder, name)));
    }

    private async Task<List<ImportReport>> Run(params string[] sources)
    {
        var reports = new List<ImportReport>();
        await foreach (var report in Importer(isOwn: false).RunAsync(sources)) reports.Add(report);
        return reports;
    }

    private PageImporter Importer(bool isOwn) => new(_import, _media, _fetcher, new() { IsOwn = isOwn, LanguageOf = _ => "und" });
}
