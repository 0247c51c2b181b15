namespace Diwan.Comments.Submitting;

/// <summary>Why a submission was not taken in at all. The names, in snake case, are API (<c>text_too_long</c>): pages translate them.</summary>
public enum RefusalCode
{
    /// <summary>No comment, or white space alone.</summary>
    TextEmpty,

    /// <summary>Longer than <see cref="SubmitOptions.MaxText"/>.</summary>
    TextTooLong,

    /// <summary>Nothing one could see: control, format and white-space characters alone.</summary>
    TextControlOnly,

    /// <summary>Ill-formed Unicode (a lone surrogate) or a NUL character.</summary>
    TextIllFormed,

    /// <summary>No name, or nothing one could see in it.</summary>
    AuthorMissing,

    /// <summary>Longer than <see cref="SubmitOptions.MaxAuthor"/>.</summary>
    AuthorTooLong,

    /// <summary>Ill-formed Unicode, a NUL or a line break in the name.</summary>
    AuthorIllFormed,

    /// <summary>A guest's name that readers would take for one of the newsroom's.</summary>
    AuthorReserved,

    /// <summary>Only readers whom the publisher signed in may comment.</summary>
    SignInRequired,

    /// <summary>Not an e-mail address.</summary>
    EmailInvalid,

    /// <summary>The idempotency key is longer than 200 UTF-16 units or ill-formed.</summary>
    KeyInvalid,

    /// <summary>No such article.</summary>
    ArticleUnknown,

    /// <summary>The thread takes no further comments.</summary>
    ThreadClosed,

    /// <summary>No such published comment to answer under this article.</summary>
    ParentUnknown,

    /// <summary>Deeper than <see cref="SubmitOptions.MaxDepth"/>.</summary>
    ReplyTooDeep,

    /// <summary>The idempotency key was used before with other content.</summary>
    KeyConflict,
}

/// <summary>One refused field.</summary>
/// <param name="Field">Name of the field in the API: <c>author text email parentId idempotencyKey article token</c>.</param>
/// <param name="Code">Why.</param>
/// <param name="Limit">The bound that was passed, where there is one.</param>
public sealed record Refusal(string Field, RefusalCode Code, int? Limit = null);
