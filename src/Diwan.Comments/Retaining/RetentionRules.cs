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

    /// <summary>What is wrong with the rules, in a sentence; null when nothing is.</summary>
    /// <param name="appealMonths">Months in which a rejection can be appealed: what an appeal needs is kept as long.</param>
    public string? Wrong(int appealMonths)
    {
        if (TraceDays is < 1 or > 3_650 || UnconfirmedDays is < 1 or > 3_650) return "retention.traceDays and retention.unconfirmedDays take 1 to 3650";
        if (AddressMonths is < 1 or > 1_200 || RejectedMonths is < 1 or > 1_200 || WithdrawnMonths is < 1 or > 1_200)
            return "retention.addressMonths, rejectedMonths and withdrawnMonths take 1 to 1200, or nothing";
        if (RejectedMonths < appealMonths) return $"retention.rejectedMonths is shorter than the {appealMonths} months in which a rejection can be appealed";
        return AddressMonths < appealMonths
            ? $"retention.addressMonths ({AddressMonths}) is shorter than the {appealMonths} months in which a rejection can be appealed: its author could not be told what came of it"
            : null;
    }
}
