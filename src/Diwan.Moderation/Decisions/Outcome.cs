namespace Diwan.Moderation.Decisions;

/// <summary>What the policy says of a comment. Stored: append only, never renumber.</summary>
public enum Outcome : byte
{
    /// <summary>Nothing speaks against publishing it.</summary>
    Approve = 1,

    /// <summary>At least one guideline speaks against it.</summary>
    Reject = 2,

    /// <summary>A person must look: rules disagree, something could not be measured, or the policy wants it.</summary>
    Hold = 3,
}
