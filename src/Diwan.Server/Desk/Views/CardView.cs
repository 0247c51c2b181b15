using Diwan.Comments.Stores;
using Diwan.Moderation.Policy;
using Diwan.Server.Desk.Cards;

namespace Diwan.Server.Desk.Views;

/// <summary>Everything the card's page shows.</summary>
/// <param name="Queue">The queue it stands in.</param>
/// <param name="Order">The queue's order.</param>
/// <param name="Found">The card and its place.</param>
/// <param name="Policy">The policy in force: its guidelines can be cited.</param>
/// <param name="IsEditor">True when the moderator may close threads.</param>
/// <param name="Now">For ages and the time left to undo.</param>
public sealed record CardView(QueueKind Queue, QueueOrder Order, CardInQueue Found, ModerationPolicy Policy, bool IsEditor, DateTimeOffset Now)
{
    /// <summary>Name of another moderator who looks at the same card; null when nobody does.</summary>
    public string? HeldBy { get; init; }

    /// <summary>What to tell: <c>stale guideline refused reopened dismissed</c>, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>The decision just made, with its undo; null when none was.</summary>
    public RecentRow? Done { get; init; }

    /// <summary>Name of who decided last on this card; null when no person did.</summary>
    public string? DecidedBy { get; init; }
}
