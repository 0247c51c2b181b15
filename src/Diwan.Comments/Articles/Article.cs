namespace Diwan.Comments.Articles;

/// <summary>The news page a thread stands under.</summary>
public sealed record Article
{
    /// <summary>32 hexadecimal digits, assigned on import or registration, never reused.</summary>
    public required string Id { get; init; }

    /// <summary>Address part made from the headline: ASCII lower case, digits and hyphens; unique; stable once given.</summary>
    public required string Slug { get; init; }

    /// <summary>ISO 639 code of the text: <c>en ckb kmr ar tr fa …</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The headline, plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>When it was published; null when the page does not say (shown as undated, never as the time of import).</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>False when the page gives the day alone: <see cref="PublishedAt"/> is then midnight UTC of that day.</summary>
    public bool HasTimeOfDay { get; init; }

    /// <summary>Who wrote it; null when the page does not say.</summary>
    public string? Byline { get; init; }

    /// <summary>Place (and agency) before the first paragraph, such as <c>ERBIL, Kurdistan Region</c>; null when there is none.</summary>
    public string? Dateline { get; init; }

    /// <summary>Who edited it (<c>Editing by …</c>), the name alone; null when the page does not say.</summary>
    public string? Editor { get; init; }

    /// <summary>The body, in reading order.</summary>
    public IReadOnlyList<ArticleBlock> Body { get; init; } = [];

    /// <summary>True when only the beginning is known (a teaser under "The Latest"): said so on the page.</summary>
    public bool IsPartial { get; init; }

    /// <summary>True when the publisher says the article is its own: indexed, in sitemap and feed. Else it is an imported copy.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Address of the original; canonical for an imported copy, and how a foreign CMS finds its thread. Null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the file or publication it came from, for "imported from"; null for the publisher's own.</summary>
    public string? Source { get; init; }

    /// <summary>Section of the paper, such as <c>Culture</c>; null when unknown.</summary>
    public string? Section { get; init; }

    /// <summary>True when no further comments are taken.</summary>
    public bool IsThreadClosed { get; init; }

    /// <summary>When it came into this system; orders articles that have no date.</summary>
    public DateTimeOffset ImportedAt { get; init; }
}
