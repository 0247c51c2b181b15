using Diwan.Moderation.Decisions;

namespace Diwan.Comments.Reviewing;

/// <summary>What was decided of a comment: stored, append-only; the newest one counts.</summary>
public sealed record Decision
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The comment it is about.</summary>
    public required string CommentId { get; init; }

    /// <summary>The comment's version after it; 1 is the decision made on receipt.</summary>
    public required int Version { get; init; }

    /// <summary>What came out.</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Code of the guideline a rejection cites; null for every other outcome.</summary>
    public string? Guideline { get; init; }

    /// <summary>What it rests on: offsets into the text or name, never quotes.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Who decided.</summary>
    public required DecidedBy DecidedBy { get; init; }

    /// <summary>The moderator's account; null unless <see cref="DecidedBy"/> is <see cref="DecidedBy.Moderator"/>.</summary>
    public string? AccountId { get; init; }

    /// <summary>A remark for colleagues; never shown to readers. At most 1,000 UTF-16 units.</summary>
    public string? Note { get; init; }

    /// <summary>Version of the policy it was made under.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>Version of the model that took part; <c>none</c> when none did.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a decision came to. Stored: append only, never renumber.</summary>
public enum DecisionOutcome : byte
{
    /// <summary>Waits for a person.</summary>
    Held = 1,

    /// <summary>Published.</summary>
    Approved = 2,

    /// <summary>Not published, or no longer.</summary>
    Rejected = 3,

    /// <summary>An earlier decision was undone; it waits for a person again.</summary>
    Reopened = 4,

    /// <summary>Its author took it back.</summary>
    Withdrawn = 5,

    /// <summary>Destroyed on request.</summary>
    Erased = 6,
}

/// <summary>Who decided. Stored: append only, never renumber. A moderator is always a person.</summary>
public enum DecidedBy : byte
{
    /// <summary>A rule of the policy, by software.</summary>
    Rule = 1,

    /// <summary>A person at the desk.</summary>
    Moderator = 2,

    /// <summary>The comment's author.</summary>
    Author = 3,
}
