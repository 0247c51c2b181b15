using Diwan.Comments.Articles;
using Diwan.Comments.Stores;

namespace Diwan.Comments.Tests.Articles;

/// <summary>An article store without a database: what the contract says, and a count of writes.</summary>
internal sealed class ArticlesInMemory : IArticleStore
{
    private readonly Dictionary<string, Article> _articles = [];

    public int Writes { get; private set; }

    public IEnumerable<Article> All => _articles.Values;

    public Task<Article?> FindAsync(string idOrSlug, CancellationToken ct = default) =>
        Task.FromResult(_articles.Values.FirstOrDefault(article => article.Id == idOrSlug || article.Slug == idOrSlug));

    public Task<Article?> FindByUrlAsync(string url, CancellationToken ct = default) =>
        Task.FromResult(_articles.Values.FirstOrDefault(article => article.Url == url));

    public Task<Article?> FindByHeadlineAsync(string language, string headline, CancellationToken ct = default) =>
        Task.FromResult(_articles.Values.FirstOrDefault(article => article.Language == language && Key(article.Headline) == Key(headline)));

    public Task<IReadOnlyList<Article>> LatestAsync(int limit, CancellationToken ct = default) =>
        Task.FromResult<IReadOnlyList<Article>>([.. _articles.Values
            .OrderBy(article => article.PublishedAt is null)
            .ThenByDescending(article => article.PublishedAt ?? article.ImportedAt)
            .Take(limit)]);

    public Task<IReadOnlyList<Article>> OwnAsync(int limit, CancellationToken ct = default) =>
        Task.FromResult<IReadOnlyList<Article>>([.. _articles.Values.Where(article => article.IsOwn).Take(limit)]);

    public Task<int> CountAsync(CancellationToken ct = default) => Task.FromResult(_articles.Count);

    public Task<bool> IsSlugTakenAsync(string slug, CancellationToken ct = default) =>
        Task.FromResult(_articles.Values.Any(article => article.Slug == slug));

    public Task SaveAsync(Article article, CancellationToken ct = default)
    {
        Writes++;
        _articles[article.Id] = article;
        return Task.CompletedTask;
    }

    public Task<bool> SetThreadClosedAsync(string articleId, bool closed, CancellationToken ct = default)
    {
        if (!_articles.TryGetValue(articleId, out var article)) return Task.FromResult(false);
        _articles[articleId] = article with { IsThreadClosed = closed };
        return Task.FromResult(true);
    }

    private static string Key(string headline) =>
        string.Concat(headline.Where(character => !char.IsWhiteSpace(character) && "\"'‘’“”«»".IndexOf(character, StringComparison.Ordinal) < 0)).ToUpperInvariant();
}
