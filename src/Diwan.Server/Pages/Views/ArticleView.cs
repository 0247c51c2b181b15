using Diwan.Comments.Articles;

namespace Diwan.Server.Pages.Views;

/// <summary>Everything the page of an article shows: the article, its thread, and what stands beside it.</summary>
public sealed record ArticleView : ThreadView
{
    /// <summary>Headline of a "Read More" line → slug, for those the site has.</summary>
    public required IReadOnlyDictionary<string, string> Related { get; init; }

    /// <summary>What stands beside it.</summary>
    public required IReadOnlyList<LatestEntry> Latest { get; init; }

    /// <summary>Size of text, 0 to 4.</summary>
    public required int Size { get; init; }
}
