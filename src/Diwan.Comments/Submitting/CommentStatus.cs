namespace Diwan.Comments.Submitting;

/// <summary>Where a comment stands in its life. Stored: append only, never renumber. In interfaces: lower case.</summary>
public enum CommentStatus : byte
{
    /// <summary>Received, stored, its hash fixed, judged; nobody else sees it.</summary>
    Pending = 1,

    /// <summary>Public, exactly as received.</summary>
    Approved = 2,

    /// <summary>Not public; its author sees why.</summary>
    Rejected = 3,

    /// <summary>Taken back by its author; a tombstone stays where replies hang on it.</summary>
    Withdrawn = 4,

    /// <summary>Personal data and text destroyed on request; that a decision happened stays on the record.</summary>
    Erased = 5,
}
