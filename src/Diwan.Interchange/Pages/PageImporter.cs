using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Diwan.Comments.Articles;
using Diwan.Comments.Stores;

namespace Diwan.Interchange.Pages;

/// <summary>Imports news pages from files, folders and addresses, one report a page. Doing it twice changes nothing.</summary>
public sealed class PageImporter(ImportArticle import, IMediaStore media, PageFetcher fetcher, ImportOptions options)
{
    private const long MostBytes = PageFetcher.MostBytes;

    private readonly TextPageReader _text = new(PageFurniture.Default, options.LanguageOf);
    private readonly HtmlPageReader _html = new(PageFurniture.Default, options.LanguageOf);
    private readonly FeedReader _feed = new(PageFurniture.Default, options.LanguageOf);
    private readonly PictureTaker _pictures = new(media, fetcher);
    private readonly Dictionary<string, (SiteFile Site, string? Problem)> _sites = new(StringComparer.Ordinal);

    /// <summary>Imports what <see cref="PageSources.Expand"/> finds behind the sources. A page that cannot be read does not stop the rest.</summary>
    public async IAsyncEnumerable<ImportReport> RunAsync(IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var source in PageSources.Expand(sources))
        {
            ct.ThrowIfCancellationRequested();
            yield return PageSources.IsAddress(source) ? await FromAddressAsync(source, ct) : await FromFileAsync(source, ct);
        }
    }

    private async Task<ImportReport> FromFileAsync(string path, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return Nothing(path, "no such file");
            if (file.Length > MostBytes) return Nothing(path, $"larger than {MostBytes / 1024 / 1024} MB");
            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Nothing(path, $"it cannot be opened: {exception.Message}");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var (site, problem) = SiteOf(folder);
        var page = site.Find(Path.GetFileName(path));
        var hints = new PageHints
        {
            Source = Path.GetFileName(path), Language = page?.Language, Section = page?.Section, IsOwn = options.IsOwn || page?.IsOwn is true,
        };
        var reading = Read(bytes, null, hints);
        if (page?.Picture is not null && reading.Drafts.Count > 0)
            reading = reading with { Drafts = [WithPicture(reading.Drafts[0], page.Picture, page.Alt), .. reading.Drafts.Skip(1)] };
        if (problem is not null) reading = reading with { Notes = [problem, .. reading.Notes] };
        return await TakeAsync(path, reading, folder, null, ct);
    }

    private async Task<ImportReport> FromAddressAsync(string source, CancellationToken ct)
    {
        if (ArticleUrl.Normalize(source) is not { } normal) return Nothing(source, "only addresses that begin with http:// or https:// are fetched");
        var fetched = await fetcher.FetchAsync(new(normal), ct);
        if (fetched.Problem is not null) return Nothing(source, fetched.Problem);
        var hints = new PageHints { Source = fetched.Address.Host, IsOwn = options.IsOwn, Address = fetched.Address };
        return await TakeAsync(source, Read(fetched.Bytes, fetched.Charset, hints), null, fetched.Address, ct);
    }

    private PageReading Read(byte[] bytes, string? charset, PageHints hints)
    {
        try
        {
            return ReadAsItsKind(bytes, charset, hints);
        }
        catch (RegexMatchTimeoutException)
        {
            return PageReading.Not("a page made to take for ever to read");
        }
    }

    private PageReading ReadAsItsKind(byte[] bytes, string? charset, PageHints hints) => PageBytes.KindOf(bytes) switch
    {
        PageKind.Text => _text.Read(PageBytes.Decode(bytes, charset), hints),
        PageKind.Html => _html.Read(PageBytes.Decode(bytes, charset), hints),
        PageKind.Feed => _feed.Read(bytes, hints),
        PageKind.Empty => PageReading.Not("the file is empty"),
        PageKind.Picture => PageReading.Not("a picture, no page"),
        PageKind.OtherXml => PageReading.Not("XML that is neither a page nor a feed"),
        _ => PageReading.Not("a file of another kind, no page"),
    };

    private async Task<ImportReport> TakeAsync(string source, PageReading reading, string? folder, Uri? address, CancellationToken ct)
    {
        var taken = new List<TakenArticle>();
        var notes = reading.Notes.ToList();
        foreach (var draft in reading.Drafts)
        {
            var imported = await import.RunAsync(await _pictures.TakeAsync(draft, folder, address, notes, ct), ct);
            taken.Add(new(draft.Headline, imported.Article.Slug, imported.Outcome, draft.IsPartial));
        }

        return new(source, taken, notes, reading.Problem);
    }

    private (SiteFile Site, string? Problem) SiteOf(string folder)
    {
        if (_sites.TryGetValue(folder, out var known)) return known;
        var path = Path.Combine(folder, SiteFile.Name);
        var site = SiteFile.Read(File.Exists(path) ? File.ReadAllText(path) : "articles: []", out var problem);
        return _sites[folder] = (site, problem);
    }

    // The picture belongs to the page's first caption; a page without one gets it above its text.
    private static ArticleDraft WithPicture(ArticleDraft draft, string file, string? alt)
    {
        var body = draft.Body.ToList();
        var at = body.FindIndex(block => block is ArticleBlock.Picture { Source: null });
        if (at >= 0) body[at] = (ArticleBlock.Picture)body[at] with { Source = file, Alt = alt };
        else body.Insert(0, new ArticleBlock.Picture { Caption = "", Source = file, Alt = alt });
        return draft with { Body = body };
    }

    private static ImportReport Nothing(string source, string problem) => new(source, [], [], problem);
}
