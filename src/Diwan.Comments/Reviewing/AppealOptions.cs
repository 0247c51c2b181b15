namespace Diwan.Comments.Reviewing;

/// <summary>How long an author may appeal, and when a desk of one may look again.</summary>
public sealed record AppealOptions
{
    /// <summary>Months from the rejection on. Six by default: what Article 20 of the Digital Services Act (EU 2022/2065) asks of platforms.</summary>
    public int Months { get; init; } = 6;

    /// <summary>On a desk of one, how long the same person waits before deciding again.</summary>
    public TimeSpan SamePersonAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Until when a rejection can be appealed.</summary>
    public DateTimeOffset DeadlineOf(DateTimeOffset rejectedAt) => rejectedAt.AddMonths(Months);
}
