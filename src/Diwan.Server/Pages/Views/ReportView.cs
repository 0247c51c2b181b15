using Diwan.Comments.Articles;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Policy;

namespace Diwan.Server.Pages.Views;

/// <summary>The page where a comment is reported: to be filled in, refused, or done.</summary>
public sealed record ReportView
{
    /// <summary>The comment.</summary>
    public Comment? Comment { get; init; }

    /// <summary>The article it stands under.</summary>
    public Article? Article { get; init; }

    /// <summary>The policy whose guidelines can be named.</summary>
    public ModerationPolicy? Policy { get; init; }

    /// <summary>The guideline chosen.</summary>
    public string? Guideline { get; init; }

    /// <summary>The note as it was typed.</summary>
    public string? Note { get; init; }

    /// <summary>What came of it; null before it was sent.</summary>
    public ReportResult? Result { get; init; }
}
