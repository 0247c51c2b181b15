using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Changes;

namespace Diwan.Storage.Shared.Articles;

/// <summary>Keeps articles.</summary>
internal sealed class ArticleStore(Database database) : IArticleStore
{
    /// <inheritdoc/>
    public Task<Article?> FindAsync(string idOrSlug, CancellationToken ct = default) =>
        database.ReadPublishedAsync(session => session.First(ArticleSql.Find, Read, ("@key", idOrSlug)), together: false, ct);

    /// <inheritdoc/>
    public Task<Article?> FindByUrlAsync(string url, CancellationToken ct = default) =>
        database.ReadPublishedAsync(session => session.First(ArticleSql.FindByUrl, Read, ("@url", url)), together: false, ct);

    /// <inheritdoc/>
    public Task<Article?> FindByHeadlineAsync(string language, string headline, CancellationToken ct = default) =>
        database.ReadPublishedAsync(
            session => session.First(ArticleSql.FindByHeadline, Read, ("@language", language), ("@key", HeadlineKey.Of(headline))), together: false, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Article>> LatestAsync(int limit, CancellationToken ct = default) => NewestAsync(ArticleSql.Latest, limit, 200, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Article>> OwnAsync(int limit, CancellationToken ct = default) => NewestAsync(ArticleSql.Own, limit, 50_000, ct);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken ct = default) =>
        database.ReadAsync(session => (int)(session.Number(ArticleSql.Count) ?? 0), ct);

    /// <inheritdoc/>
    public Task<bool> IsSlugTakenAsync(string slug, CancellationToken ct = default) =>
        database.ReadAsync(session => session.Number(ArticleSql.SlugTaken, ("@slug", slug)) is not null, ct);

    /// <inheritdoc/>
    public Task SaveAsync(Article article, CancellationToken ct = default)
    {
        var body = StoredJson.Write(article.Body, StoredJson.Body);
        return database.WriteAsync(
            session =>
            {
                session.Execute(
                    ArticleSql.Save,
                    ("@id", article.Id), ("@slug", article.Slug), ("@language", article.Language),
                    ("@headline", article.Headline), ("@headline_key", HeadlineKey.Of(article.Headline)),
                    ("@published_at", article.PublishedAt?.UtcTicks), ("@has_time_of_day", article.HasTimeOfDay),
                    ("@byline", article.Byline), ("@dateline", article.Dateline), ("@editor", article.Editor), ("@body", body),
                    ("@is_partial", article.IsPartial), ("@is_own", article.IsOwn), ("@url", article.Url), ("@source", article.Source),
                    ("@section", article.Section), ("@is_thread_closed", article.IsThreadClosed), ("@imported_at", article.ImportedAt.UtcTicks));
                ChangeLog.Append(session, ChangeKind.Article, article.Id);
                return true;
            },
            ct);
    }

    /// <inheritdoc/>
    public Task<bool> SetThreadClosedAsync(string articleId, bool closed, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            if (session.Execute(ArticleSql.SetClosed, ("@id", articleId), ("@closed", closed)) == 0) return false;
            ChangeLog.Append(session, ChangeKind.Article, articleId);
            return true;
        },
        ct);

    // Dated ones first, then the undated: two walks along one index, the second only when there is room left.
    private Task<IReadOnlyList<Article>> NewestAsync(string sql, int limit, int most, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, most);
        return database.ReadPublishedAsync<IReadOnlyList<Article>>(
            session =>
            {
                var articles = session.All(sql, Read, ("@dated", 1), ("@limit", limit));
                if (articles.Count < limit) articles.AddRange(session.All(sql, Read, ("@dated", 0), ("@limit", limit - articles.Count)));
                return articles;
            },
            together: true, ct);
    }

    private static Article Read(Row row) => new()
    {
        Id = row.Text(0),
        Slug = row.Text(1),
        Language = row.Text(2),
        Headline = row.Text(3),
        PublishedAt = row.TimeOrNull(4),
        HasTimeOfDay = row.Flag(5),
        Byline = row.TextOrNull(6),
        Dateline = row.TextOrNull(7),
        Editor = row.TextOrNull(8),
        Body = StoredJson.Read(row.Text(9), StoredJson.Body),
        IsPartial = row.Flag(10),
        IsOwn = row.Flag(11),
        Url = row.TextOrNull(12),
        Source = row.TextOrNull(13),
        Section = row.TextOrNull(14),
        IsThreadClosed = row.Flag(15),
        ImportedAt = row.Time(16),
    };
}
