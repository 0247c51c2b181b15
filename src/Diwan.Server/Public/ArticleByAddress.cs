using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Rendering;

namespace Diwan.Server.Public;

/// <summary>Finds the article behind an address that a reader's browser is at.</summary>
internal sealed class ArticleByAddress(KnownArticles known, IArticleStore articles, PublicLinks links)
{
    private const string Pages = "/articles/";

    /// <summary>The article; null when none has this address. An article of this site's own pages is known by its page's.</summary>
    public ValueTask<KnownArticle?> FindAsync(string url, CancellationToken ct) => known.FindByUrlAsync(url, address => LoadAsync(address, ct));

    private async Task<Article?> LoadAsync(string url, CancellationToken ct)
    {
        if (ArticleUrl.Normalize(url) is { } address && await articles.FindByUrlAsync(address, ct) is { } found) return found;
        if (links.Site.Length > 0 && url.StartsWith(links.Site + Pages, StringComparison.Ordinal)) url = url[links.Site.Length..];
        var path = Uri.TryCreate(url, UriKind.Absolute, out var absolute) && (absolute.Scheme is "http" or "https") ? absolute.AbsolutePath : url;
        return path.StartsWith(Pages, StringComparison.Ordinal) ? await articles.FindAsync(path[Pages.Length..].TrimEnd('/'), ct) : null;
    }
}
