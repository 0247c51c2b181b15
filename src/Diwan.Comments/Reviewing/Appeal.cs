namespace Diwan.Comments.Reviewing;

/// <summary>An author's request for a second look at a rejection. Fixed when it is made; only its outcome is added.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="CommentId">The rejected comment.</param>
/// <param name="Version">The comment's version the rejection led to.</param>
/// <param name="Text">The author's words, exactly as received; empty when they gave none, or after erasure. At most <see cref="AppealDecision.MaxText"/> UTF-16 units.</param>
/// <param name="At">When it came.</param>
public sealed record Appeal(string Id, string CommentId, int Version, string Text, DateTimeOffset At)
{
    /// <summary>What came of it; null while it waits.</summary>
    public AppealOutcome? Outcome { get; init; }
}

/// <summary>What came of an appeal.</summary>
/// <param name="IsOverturned">True when the comment was published after all.</param>
/// <param name="AccountId">Who decided: never who had rejected, unless <paramref name="IsSamePerson"/>.</param>
/// <param name="IsSamePerson">The desk has one person alone: the same decided again, a day later at the earliest.</param>
/// <param name="Reason">Why, in the moderator's words; its author reads it.</param>
/// <param name="At">When.</param>
public sealed record AppealOutcome(bool IsOverturned, string AccountId, bool IsSamePerson, string Reason, DateTimeOffset At);
