namespace Diwan.Client.Comments;

/// <summary>A published comment, exactly as its author sent it.</summary>
/// <param name="Id">Stable for ever.</param>
/// <param name="Author">The name given.</param>
/// <param name="Text">Plain text: encode it before it goes into HTML.</param>
/// <param name="At">When it was received, UTC.</param>
/// <param name="ParentId">Comment it replies to; null at the top.</param>
/// <param name="Hash">SHA-256 of the UTF-8 text, 64 hexadecimal digits.</param>
/// <param name="Replies">Approved direct replies.</param>
/// <param name="Depth">0 at the top, 1 for a reply to such a comment, and so on.</param>
/// <param name="Language">Language found in the text; <c>und</c> when it cannot be told.</param>
public sealed record Comment(
    string Id, string Author, string Text, DateTimeOffset At, string? ParentId, string Hash, int Replies, int Depth, string Language)
{
    /// <summary><c>newsroom</c> for the publisher's own people; null for readers.</summary>
    public string? Badge { get; init; }
}

/// <summary>Part of a thread.</summary>
/// <param name="Comments">In the order asked for.</param>
/// <param name="Next">Cursor of the part that follows; null on the last.</param>
public sealed record CommentPage(IReadOnlyList<Comment> Comments, string? Next);

/// <summary>Orders of a thread.</summary>
public enum CommentSort
{
    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Oldest first.</summary>
    Oldest,

    /// <summary>Most replies first.</summary>
    Replies,
}
