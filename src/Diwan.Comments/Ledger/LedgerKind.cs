namespace Diwan.Comments.Ledger;

/// <summary>What an entry of the ledger records. Stored: append only, never renumber.</summary>
public enum LedgerKind : byte
{
    /// <summary>A key the ledger is signed with, from here on.</summary>
    SigningKey = 1,

    /// <summary>A comment as it was received.</summary>
    Submission = 2,

    /// <summary>A decision on a comment, its withdrawal and its erasure included.</summary>
    Decision = 3,

    /// <summary>An author's appeal.</summary>
    Appeal = 4,

    /// <summary>What came of an appeal.</summary>
    AppealOutcome = 5,

    /// <summary>A version of the policy was put in force.</summary>
    Policy = 6,

    /// <summary>A version of the model began to judge.</summary>
    Model = 7,
}
