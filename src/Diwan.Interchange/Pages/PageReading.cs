using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>What was read from one page: its articles, what was left out and why.</summary>
public sealed record PageReading
{
    /// <summary>The article of the page, then those of which it shows only the beginning. In a <see cref="ArticleBlock.Picture"/>
    /// <c>Source</c> is still the address as the page has it.</summary>
    public IReadOnlyList<ArticleDraft> Drafts { get; init; } = [];

    /// <summary>What was not taken, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why there is no article in it; null when there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>A page without an article, and why.</summary>
    public static PageReading Not(string problem) => new() { Problem = problem };
}
