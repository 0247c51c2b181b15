using Diwan.Comments.Articles;
using Diwan.Comments.Publishing;
using Diwan.Server.Pages.Wording;

namespace Diwan.Server.Pages.Views;

/// <summary>A thread as it is shown: under its article, or embedded in a page of the publisher's own.</summary>
public record ThreadView
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>In the language the thread is shown in.</summary>
    public required Words Words { get; init; }

    /// <summary>The page of the thread.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>The order of the thread.</summary>
    public required ThreadSort Sort { get; init; }

    /// <summary>True when one first-level comment is read alone, with all its replies.</summary>
    public bool IsBranch { get; init; }

    /// <summary>The form, empty or as it was sent.</summary>
    public FormView Form { get; init; } = new();

    /// <summary>What scripts must say by themselves, as a JSON object.</summary>
    public required string ScriptWords { get; init; }

    /// <summary>What the ids of elements begin with, so that they meet no others in a page that is not ours.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>True in a page of the publisher's own, which may sign its readers in.</summary>
    public bool IsEmbedded => IdPrefix.Length > 0;

    /// <summary>Address of the article's page.</summary>
    public string Path => $"/articles/{Article.Slug}";
}
