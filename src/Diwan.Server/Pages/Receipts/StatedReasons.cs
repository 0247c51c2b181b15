using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Moderation.Decisions;
using Diwan.Server.Pages.Wording;

namespace Diwan.Server.Pages.Receipts;

/// <summary>Which reasons a rejected author is told: those that speak for the guideline the decision cites.</summary>
internal static class StatedReasons
{
    public static IReadOnlyList<Reason> Of(Decision decision) =>
        [.. decision.Reasons.Where(reason => reason.Guideline == decision.Guideline && reason.Asks is Outcome.Reject)];

    /// <summary>The facts of a rejection in sentences: who decided, who noticed, under which version.</summary>
    public static IEnumerable<string> Facts(OpenedReceipt opened, Words words)
    {
        yield return words[opened.Last.DecidedBy is DecidedBy.Rule ? "receipt.decidedByRule" : "receipt.decidedByPerson"];
        if (opened.IsDetectedBySoftware) yield return words["receipt.detectedBySoftware"];
        if (opened.WasReported) yield return words["receipt.foundByReport"];
        if (Of(opened.Last).All(reason => reason.Signal.Evidence is null)) yield return words["receipt.wholeComment"];
        yield return words.Format("receipt.policyVersion", ("version", words.LeftToRight(opened.Last.PolicyVersion))) + '.';
    }
}
