using System.Collections.Concurrent;
using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Server.Hosting;

namespace Diwan.Server.Pages.Rendering;

/// <summary>What is asked of an article before its finished answers are looked for: kept until any article changes, so that a kept page costs no look into the store.</summary>
/// <remarks>What was being read when an article changed stays with what was dropped, so nobody who asks later gets it.</remarks>
public sealed class KnownArticles(IArticleStore articles) : IChangeListener
{
    // About 30 MB at most. Beyond it the store is asked, which is right and a little slower.
    private const int Most = 100_000;

    private volatile Names _names = new();

    /// <summary>The article with this id or slug; null when there is none.</summary>
    public ValueTask<KnownArticle?> FindAsync(string idOrSlug, CancellationToken ct = default)
    {
        var names = _names;
        return names.ByKey.TryGetValue(idOrSlug, out var known) ? new(known) : new(LoadAsync(names.ByKey, idOrSlug, articles.FindAsync(idOrSlug, ct)));
    }

    /// <summary>The article behind an address; null when there is none.</summary>
    /// <param name="url">As a browser shows it.</param>
    /// <param name="find">Finds it when it is not known yet.</param>
    public ValueTask<KnownArticle?> FindByUrlAsync(string url, Func<string, Task<Article?>> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var names = _names;
        return names.ByUrl.TryGetValue(url, out var known) ? new(known) : new(LoadAsync(names.ByUrl, url, find(url)));
    }

    /// <inheritdoc/>
    public ValueTask OnChangeAsync(Change change, CancellationToken ct)
    {
        if (change is { Kind: ChangeKind.Article }) _names = new();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask OnGapAsync(CancellationToken ct)
    {
        _names = new();
        return ValueTask.CompletedTask;
    }

    private static async Task<KnownArticle?> LoadAsync(ConcurrentDictionary<string, KnownArticle> names, string name, Task<Article?> loading)
    {
        if (await loading is not { } article) return null;
        var known = new KnownArticle(article.Id, article.Slug, article.Language, article.IsOwn, article.IsThreadClosed);
        if (names.Count < Most) names.TryAdd(name, known);
        return known;
    }

    private sealed class Names
    {
        public ConcurrentDictionary<string, KnownArticle> ByKey { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, KnownArticle> ByUrl { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>What is kept of an article.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its place below <c>/articles/</c>.</param>
/// <param name="Language">ISO 639 code.</param>
/// <param name="IsOwn">False for an imported copy.</param>
/// <param name="IsThreadClosed">True when no comment is taken in any more.</param>
public sealed record KnownArticle(string Id, string Slug, string Language, bool IsOwn, bool IsThreadClosed);
