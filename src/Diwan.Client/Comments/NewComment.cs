namespace Diwan.Client.Comments;

/// <summary>A comment to submit. It is kept exactly as sent, and waits for a decision.</summary>
/// <param name="Author">The author's name: at least one visible character, no line break.</param>
/// <param name="Text">The comment: at least one visible character.</param>
public sealed record NewComment(string Author, string Text)
{
    /// <summary>Published comment of the same article that it replies to; null at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>The author's e-mail address, never published; null for none.</summary>
    public string? Email { get; init; }

    /// <summary>The same key with the same content gives the same comment, however often it is sent: set one before trying again.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>A submission was taken in and is on disk.</summary>
/// <param name="Id">The comment's.</param>
/// <param name="Status"><c>pending</c>, or what a rule decided at once.</param>
/// <param name="Hash">SHA-256 of the UTF-8 text as stored, 64 hexadecimal digits: compare it with your own.</param>
/// <param name="Receipt">Secret of the author: give it to nobody else and log it nowhere.</param>
/// <param name="ReceiptUrl">Path of the author's page.</param>
public sealed record SubmittedComment(string Id, string Status, string Hash, string Receipt, string ReceiptUrl);
