namespace Diwan.Comments.Retaining;

/// <summary>How long what is about a person is kept. Null keeps it until somebody asks.</summary>
public sealed record RetentionRules
{
    /// <summary>Days until reader keys, fingerprints of texts and idempotency keys are dropped: they are of use against floods and double posts, which is a matter of days.</summary>
    public int TraceDays { get; init; } = 30;

    /// <summary>Days until an address that nobody confirmed is destroyed.</summary>
    public int UnconfirmedDays { get; init; } = 30;

    /// <summary>Months after a comment came until the address given with it is destroyed. Decisions and appeals are over by then.</summary>
    public int? AddressMonths { get; init; } = 12;

    /// <summary>Months after its rejection until a comment is erased.</summary>
    public int? RejectedMonths { get; init; }

    /// <summary>Months after its author took it back until a comment is erased.</summary>
    public int? WithdrawnMonths { get; init; }
}
