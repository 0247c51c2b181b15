namespace Diwan.Client.Comments;

/// <summary>An article of the publisher's own CMS, to be commented on. Registering the same address again updates it.</summary>
/// <param name="Url">Its public address, http or https.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Language">BCP 47, such as <c>ckb</c>.</param>
/// <param name="Published">When it appeared.</param>
public sealed record ArticleRegistration(string Url, string Title, string Language, DateTimeOffset Published)
{
    /// <summary>Its text, plain; what relevance is judged against. Give it or an excerpt.</summary>
    public string? Body { get; init; }

    /// <summary>Its first lines, where the text shall not be given.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; init; }

    /// <summary>Part of the publication it stands in.</summary>
    public string? Section { get; init; }
}
