using Diwan.Comments.Submitting;

namespace Diwan.Comments.Publishing;

/// <summary>A page of a thread as it is read.</summary>
/// <param name="Roots">First-level comments, each with its replies.</param>
/// <param name="Count">Approved comments under the article, on all pages.</param>
/// <param name="Next">Cursor of the next page; null when this is the last.</param>
public sealed record Conversation(IReadOnlyList<ThreadNode> Roots, int Count, string? Next);

/// <summary>A comment with what hangs on it. A withdrawn or erased one has neither author nor text.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Parent">The comment it answers, when it is shown.</param>
public sealed record ThreadNode(Comment Comment, Comment? Parent)
{
    /// <summary>Its replies, oldest first.</summary>
    public List<ThreadNode> Replies { get; } = [];

    /// <summary>All that is shown below it, tombstones too.</summary>
    public int Shown => Replies.Sum(reply => reply.Shown + 1);

    /// <summary>Approved comments below it, however deep.</summary>
    public int Descendants => Replies.Sum(reply => reply.Descendants + (reply.Comment.Status is CommentStatus.Approved ? 1 : 0));
}
