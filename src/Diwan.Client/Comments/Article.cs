namespace Diwan.Client.Comments;

/// <summary>An article whose thread the site keeps.</summary>
/// <param name="Id">Stable for ever.</param>
/// <param name="Slug">ASCII, out of the headline; as good as the id in every call.</param>
/// <param name="Page">Path of its page on the site.</param>
/// <param name="Url">Address in the publisher's own CMS; null for an article that lives on the site alone.</param>
/// <param name="Headline">Its title.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="PublishedAt">When it appeared; null when unknown.</param>
/// <param name="Byline">Who wrote it; null when unknown.</param>
/// <param name="IsPartial">True when the site knows an excerpt only.</param>
/// <param name="IsThreadClosed">True when no further comment is taken.</param>
/// <param name="CommentCount">Approved comments.</param>
public sealed record Article(
    string Id, string Slug, string Page, string? Url, string Headline, string Language, DateTimeOffset? PublishedAt, string? Byline,
    bool IsPartial, bool IsThreadClosed, int CommentCount);
