using Diwan.Comments.Articles;
using Diwan.Comments.Publishing;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Wording;

namespace Diwan.Server.Pages.Views;

/// <summary>Everything the page of an article shows.</summary>
public sealed record ArticleView
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>In the article's language, or in English when the pages do not speak it.</summary>
    public required Words Words { get; init; }

    /// <summary>Headline of a "Read More" line → slug, for those the site has.</summary>
    public required IReadOnlyDictionary<string, string> Related { get; init; }

    /// <summary>What stands beside it.</summary>
    public required IReadOnlyList<LatestEntry> Latest { get; init; }

    /// <summary>The page of the thread under it.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>The order of the thread.</summary>
    public required ThreadSort Sort { get; init; }

    /// <summary>Size of text, 0 to 4.</summary>
    public required int Size { get; init; }

    /// <summary>The form, empty or as it was sent.</summary>
    public required FormView Form { get; init; }

    /// <summary>Address of the page.</summary>
    public string Path => $"/articles/{Article.Slug}";
}

/// <summary>The form under an article: empty, or with what was typed and what is wrong with it.</summary>
public sealed record FormView
{
    /// <summary>The comment that is answered; null for a comment of its own.</summary>
    public Comment? Parent { get; init; }

    /// <summary>The name field as it was typed.</summary>
    public string? Author { get; init; }

    /// <summary>The comment field as it was typed.</summary>
    public string? Text { get; init; }

    /// <summary>The e-mail field as it was typed.</summary>
    public string? Email { get; init; }

    /// <summary>Name of the field → what is wrong with it, in the reader's language.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}
