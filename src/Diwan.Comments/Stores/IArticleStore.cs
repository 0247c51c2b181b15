using Diwan.Comments.Articles;

namespace Diwan.Comments.Stores;

/// <summary>Keeps articles.</summary>
public interface IArticleStore
{
    /// <summary>The article with this id or slug; null when there is none.</summary>
    Task<Article?> FindAsync(string idOrSlug, CancellationToken ct = default);

    /// <summary>The article whose <see cref="Article.Url"/> is this address; null when there is none.</summary>
    Task<Article?> FindByUrlAsync(string url, CancellationToken ct = default);

    /// <summary>The article in this language with this headline, compared without regard to case, quotes and white space; null when there is none.</summary>
    Task<Article?> FindByHeadlineAsync(string language, string headline, CancellationToken ct = default);

    /// <summary>The newest articles whatever their language: dated ones by date, undated ones after them by import. <paramref name="limit"/> 1 to 200.</summary>
    Task<IReadOnlyList<Article>> LatestAsync(int limit, CancellationToken ct = default);

    /// <summary>The publisher's own articles, newest first, for feed and sitemap. <paramref name="limit"/> 1 to 50,000.</summary>
    Task<IReadOnlyList<Article>> OwnAsync(int limit, CancellationToken ct = default);

    /// <summary>How many articles there are.</summary>
    Task<int> CountAsync(CancellationToken ct = default);

    /// <summary>True when this slug is taken.</summary>
    Task<bool> IsSlugTakenAsync(string slug, CancellationToken ct = default);

    /// <summary>Inserts, or replaces the article with the same id. Never touches comments.</summary>
    Task SaveAsync(Article article, CancellationToken ct = default);

    /// <summary>Closes or opens the thread under an article; false when there is no such article.</summary>
    Task<bool> SetThreadClosedAsync(string articleId, bool closed, CancellationToken ct = default);
}
