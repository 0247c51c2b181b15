namespace Diwan.Comments.Articles;

/// <summary>One article in The Latest.</summary>
public sealed record LatestEntry
{
    /// <summary>The article, with its headline, date, language and slug.</summary>
    public required Article Article { get; init; }

    /// <summary>Its first picture, or its first caption without one; null when it has neither.</summary>
    public ArticleBlock.Picture? Picture { get; init; }

    /// <summary>The beginning of the first paragraph; empty when there is none.</summary>
    public required string FirstLines { get; init; }

    /// <summary>Approved comments under it.</summary>
    public int CommentCount { get; init; }
}
