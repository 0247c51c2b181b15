using Diwan.Comments.Accounts;

namespace Diwan.Comments.Reviewing;

/// <summary>How long an author may appeal, and when a desk of one may look again.</summary>
public sealed record AppealOptions
{
    /// <summary>Months from the rejection on. Six by default: what Article 20 of the Digital Services Act (EU 2022/2065) asks of platforms.</summary>
    public int Months { get; init; } = 6;

    /// <summary>On a desk of one, how long the same person waits before deciding again.</summary>
    public TimeSpan SamePersonAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>From when on who rejected may decide the appeal: a while after the rejection on a desk of one, never (null) where there is somebody else.</summary>
    /// <param name="rejection">The decision the appeal is against.</param>
    /// <param name="accounts">Every account.</param>
    public DateTimeOffset? SamePersonFrom(Decision rejection, IReadOnlyList<Account> accounts) =>
        accounts.Any(account => account.Id != rejection.AccountId && account.Role is Role.Moderator or Role.Editor or Role.Admin)
            ? null
            : rejection.At + SamePersonAfter;

    /// <summary>Until when a rejection can be appealed.</summary>
    public DateTimeOffset DeadlineOf(DateTimeOffset rejectedAt) => rejectedAt.AddMonths(Months);
}
