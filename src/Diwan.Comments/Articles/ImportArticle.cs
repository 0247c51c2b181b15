using System.Text.Json;
using Diwan.Comments.Stores;

namespace Diwan.Comments.Articles;

/// <summary>Takes a draft onto the site: a new article, or the one that is there already. Doing it twice changes nothing.</summary>
public sealed class ImportArticle(IArticleStore articles, TimeProvider clock) : IDisposable
{
    // One at a time: two drafts of one article, or two headlines with one slug, must see each other.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Adds the draft, or brings the article with its address (else its language and headline) up to date.</summary>
    public async Task<ImportedArticle> RunAsync(ArticleDraft draft, CancellationToken ct = default)
    {
        draft = draft with { Url = ArticleUrl.Normalize(draft.Url) };
        await _turn.WaitAsync(ct);
        try
        {
            return await FindAsync(draft, ct) is { } existing ? await UpdateAsync(existing, draft, ct) : await AddAsync(draft, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Article?> FindAsync(ArticleDraft draft, CancellationToken ct)
    {
        if (draft.Url is not null && await articles.FindByUrlAsync(draft.Url, ct) is { } byUrl) return byUrl;
        var byHeadline = await articles.FindByHeadlineAsync(draft.Language, draft.Headline, ct) ?? await FindOtherHalfAsync(draft, ct);

        // Two addresses are two articles, even under one headline ("Weather for tomorrow").
        return byHeadline?.Url is not null && draft.Url is not null ? null : byHeadline;
    }

    // The language of a teaser is told from a few lines and may be told wrong: its headline still joins it to the full article.
    private async Task<Article?> FindOtherHalfAsync(ArticleDraft draft, CancellationToken ct)
    {
        var found = await HeadlineLookup.FindAsync(articles, draft.Language, draft.Headline, ct);
        return found is not null && found.IsPartial != draft.IsPartial ? found : null;
    }

    private async Task<ImportedArticle> AddAsync(ArticleDraft draft, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var article = new Article
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Slug = await FreeSlugAsync(draft.Headline, ct),
            Language = draft.Language,
            Headline = draft.Headline,
            PublishedAt = draft.PublishedAt,
            HasTimeOfDay = draft.HasTimeOfDay,
            Byline = draft.Byline,
            Dateline = draft.Dateline,
            Editor = draft.Editor,
            Body = draft.Body,
            IsPartial = draft.IsPartial,
            IsOwn = draft.IsOwn,
            Url = draft.Url,
            Source = draft.IsOwn ? null : draft.Source,
            Section = draft.Section,
            ImportedAt = now,
        };
        await articles.SaveAsync(article, ct);
        return new(article, ImportOutcome.Added);
    }

    private async Task<ImportedArticle> UpdateAsync(Article existing, ArticleDraft draft, CancellationToken ct)
    {
        var isWorthLess = (draft.IsPartial && !existing.IsPartial) || (existing.IsOwn && !draft.IsOwn && !existing.IsPartial);
        if (isWorthLess) return new(existing, ImportOutcome.Kept);

        var isOwn = existing.IsOwn || draft.IsOwn;
        var updated = existing with
        {
            Language = draft.Language,
            Headline = draft.Headline,
            PublishedAt = draft.PublishedAt ?? existing.PublishedAt,
            HasTimeOfDay = draft.PublishedAt is null ? existing.HasTimeOfDay : draft.HasTimeOfDay,
            Byline = draft.Byline ?? existing.Byline,
            Dateline = draft.Dateline,
            Editor = draft.Editor,
            Body = draft.Body,
            IsPartial = draft.IsPartial,
            IsOwn = isOwn,
            Url = draft.Url ?? existing.Url,
            Source = isOwn ? null : draft.Source ?? existing.Source,
            Section = draft.Section ?? existing.Section,
        };
        if (IsSame(existing, updated)) return new(existing, ImportOutcome.Unchanged);
        await articles.SaveAsync(updated, ct);
        return new(updated, ImportOutcome.Updated);
    }

    private async Task<string> FreeSlugAsync(string headline, CancellationToken ct)
    {
        var slug = Slug.From(headline);
        for (var number = 1; ; number++)
        {
            var candidate = Slug.Numbered(slug, number);
            if (!await articles.IsSlugTakenAsync(candidate, ct)) return candidate;
        }
    }

    // Lists compare by reference in records; as JSON, which is how a body is stored, they compare by content.
    private static bool IsSame(Article one, Article other) =>
        one with { Body = other.Body } == other && JsonSerializer.Serialize(one.Body) == JsonSerializer.Serialize(other.Body);

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
