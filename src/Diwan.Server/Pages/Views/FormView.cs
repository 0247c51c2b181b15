using Diwan.Comments.Submitting;

namespace Diwan.Server.Pages.Views;

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
