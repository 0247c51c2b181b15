namespace Diwan.Comments.Articles;

/// <summary>What an importer took from one page: an article that has no id, slug or place on the site yet.</summary>
public sealed record ArticleDraft
{
    /// <summary>The headline, plain text, not empty.</summary>
    public required string Headline { get; init; }

    /// <summary>ISO 639 code of the text.</summary>
    public required string Language { get; init; }

    /// <inheritdoc cref="Article.PublishedAt"/>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <inheritdoc cref="Article.HasTimeOfDay"/>
    public bool HasTimeOfDay { get; init; }

    /// <inheritdoc cref="Article.Byline"/>
    public string? Byline { get; init; }

    /// <inheritdoc cref="Article.Dateline"/>
    public string? Dateline { get; init; }

    /// <inheritdoc cref="Article.Editor"/>
    public string? Editor { get; init; }

    /// <inheritdoc cref="Article.Body"/>
    public IReadOnlyList<ArticleBlock> Body { get; init; } = [];

    /// <inheritdoc cref="Article.IsPartial"/>
    public bool IsPartial { get; init; }

    /// <inheritdoc cref="Article.IsOwn"/>
    public bool IsOwn { get; init; }

    /// <inheritdoc cref="Article.Url"/>
    public string? Url { get; init; }

    /// <inheritdoc cref="Article.Source"/>
    public string? Source { get; init; }

    /// <inheritdoc cref="Article.Section"/>
    public string? Section { get; init; }
}
