using Diwan.Comments.Reviewing;
using Diwan.Moderation.Decisions;

namespace Diwan.Server.Pages.Receipts;

/// <summary>Which reasons a rejected author is told: those that speak for the guideline the decision cites.</summary>
internal static class StatedReasons
{
    public static IReadOnlyList<Reason> Of(Decision decision) =>
        [.. decision.Reasons.Where(reason => reason.Guideline == decision.Guideline && reason.Asks is Outcome.Reject)];
}
