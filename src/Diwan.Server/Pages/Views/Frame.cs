using Diwan.Server.Pages.Wording;

namespace Diwan.Server.Pages.Views;

/// <summary>What every page shows around its content.</summary>
/// <param name="Words">In the language of the page.</param>
/// <param name="SiteName">Name of the publication.</param>
/// <param name="Title">Of this page alone; null on the front page.</param>
public sealed record Frame(Words Words, string SiteName, string? Title)
{
    /// <summary>Path of this page when it can be read in any of the six languages; null when it has one of its own.</summary>
    public string? LanguagePath { get; init; }

    /// <summary>True when search engines shall not list it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Size of text, 0 to 4.</summary>
    public int Size { get; init; } = Answers.TextSize.Usual;
}
