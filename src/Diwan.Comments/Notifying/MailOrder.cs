namespace Diwan.Comments.Notifying;

/// <summary>What a mail is about. The numbers are stored.</summary>
public enum MailKind
{
    /// <summary>Asks once whether the address is right, and quotes nothing.</summary>
    Confirmation = 1,

    /// <summary>Tells what was decided on a comment, with the statement of reasons when it was rejected.</summary>
    Decision = 2,

    /// <summary>Tells what came of an appeal.</summary>
    AppealOutcome = 3,
}

/// <summary>A mail that is to be sent. Written in one transaction with what it tells of, so that none is forgotten.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Email">To whom.</param>
/// <param name="CommentId">The comment; null for a confirmation.</param>
/// <param name="Version">The version of the comment that the decision led to; 0 for a confirmation.</param>
/// <param name="DueAt">Not before.</param>
/// <param name="Attempts">How often sending failed.</param>
public sealed record MailOrder(long Number, MailKind Kind, string Email, string? CommentId, int Version, DateTimeOffset DueAt, int Attempts);
