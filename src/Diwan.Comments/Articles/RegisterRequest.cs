namespace Diwan.Comments.Articles;

/// <summary>What the publisher's own CMS says of an article whose thread it wants here. Nothing is checked yet.</summary>
public sealed record RegisterRequest
{
    /// <summary>Address of the article: http or https, required.</summary>
    public string? Url { get; init; }

    /// <summary>The headline, plain text, required.</summary>
    public string? Title { get; init; }

    /// <summary>ISO 639 code, two or three letters, required.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 8601 day (<c>2021-07-25</c>), or day and time with its offset from UTC; null when unknown.</summary>
    public string? Published { get; init; }

    /// <summary>The whole text, plain, paragraphs apart by an empty line; null when only an excerpt is sent.</summary>
    public string? Body { get; init; }

    /// <summary>The first lines, plain, when there is no <see cref="Body"/>: the article is then shown as partial.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Who wrote it; null when unknown.</summary>
    public string? Byline { get; init; }

    /// <summary>Section of the paper; null when unknown.</summary>
    public string? Section { get; init; }
}
