using Diwan.Comments.Submitting;

namespace Diwan.Comments.Reviewing;

/// <summary>What came of a moderator's act.</summary>
public abstract record DecideResult
{
    /// <summary>Stored and durable; the comment is now at <paramref name="Version"/>.</summary>
    public sealed record Done(string CommentId, CommentStatus Status, int Version) : DecideResult;

    /// <summary>No such comment.</summary>
    public sealed record NotFound : DecideResult;

    /// <summary>The comment has moved on: nothing was overwritten. <paramref name="ByAccountId"/> is who decided last; null when software or the author did.</summary>
    public sealed record Stale(CommentStatus Status, int Version, string? ByAccountId) : DecideResult;

    /// <summary>A rejection needs a guideline of the policy in force.</summary>
    public sealed record GuidelineUnknown : DecideResult;

    /// <summary>A note longer than 1,000 UTF-16 units, ill-formed text in it, or a span outside the text.</summary>
    public sealed record Malformed(string Field) : DecideResult;

    /// <summary>A comment in this state cannot be moved so.</summary>
    public sealed record NotAllowed(CommentStatus Status) : DecideResult;

    /// <summary>The time for undoing is over, or somebody else decided.</summary>
    public sealed record TooLate : DecideResult;
}
