using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Decisions;

/// <summary>Signals × policy → recommendation. Pure: every rule is looked at, and every one that fires is a reason.</summary>
public static class PolicyEvaluation
{
    /// <summary>Id of the rule that no policy can leave out: what could not be measured is held for a person.</summary>
    public const string UnavailableRule = "unavailable";

    /// <summary>What <paramref name="policy"/> makes of <paramref name="signals"/>.</summary>
    public static Recommendation Recommend(ModerationPolicy policy, IReadOnlyList<Signal> signals)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(signals);
        var all = Fired(policy, signals).ToList();
        // A strong word fires its guideline's rule for mild ones too: one reason is enough.
        // A set, since a long comment can be made of thousands of bad words.
        var rejecting = all.Where(one => one.Reason.Asks == Outcome.Reject).Select(one => (one.Reason.Guideline, one.Reason.Signal)).ToHashSet();
        var fired = all.FindAll(one => one.Reason.Asks != Outcome.Hold || !rejecting.Contains((one.Reason.Guideline, one.Reason.Signal)));
        var outcome = Settle(fired.Select(one => one.Reason));
        var decides = outcome switch
        {
            Outcome.Hold => false,
            Outcome.Approve when fired.Count == 0 => policy.ApprovesUnobjected,
            _ => fired.TrueForAll(one => one.MayDecide),
        };
        // OrderBy is stable: among equals the order of the policy stands.
        var reasons = fired.Select(one => one.Reason).OrderBy(Rank).ThenByDescending(reason => reason.Signal.Score);
        return new(outcome, [.. reasons], decides);
    }

    private static IEnumerable<(Reason Reason, bool MayDecide)> Fired(ModerationPolicy policy, IReadOnlyList<Signal> signals)
    {
        foreach (var signal in signals.Where(signal => signal.Attribute == Attributes.Unavailable))
        {
            yield return (new(null, UnavailableRule, Outcome.Hold, signal), false);
        }

        foreach (var rule in policy.Rules.Where(rule => rule.Attribute != Attributes.Unavailable))
        {
            foreach (var signal in signals.Where(signal => Fires(rule, signal)))
            {
                yield return (new(rule.Guideline, rule.Id, rule.Recommend, signal), MayDecide(rule));
            }
        }
    }

    private static bool Fires(Rule rule, Signal signal) =>
        signal.Attribute == rule.Attribute
        && (rule.Detector is null || signal.Detector == rule.Detector)
        && signal.Score >= rule.AtLeast;

    // A derived attribute is a guess from other measurements: software alone rejects nobody for it.
    private static bool MayDecide(Rule rule) =>
        rule.Decides && !(rule.Recommend == Outcome.Reject && AttributeKinds.NeedsPersonToReject(rule.Attribute));

    private static Outcome Settle(IEnumerable<Reason> reasons)
    {
        var asked = reasons.ToLookup(reason => reason.Asks);
        var unmeasured = asked[Outcome.Hold].Any(reason => reason.Signal.Attribute == Attributes.Unavailable);
        var disagree = asked.Contains(Outcome.Approve) && asked.Contains(Outcome.Reject);
        return unmeasured || disagree ? Outcome.Hold
            : asked.Contains(Outcome.Reject) ? Outcome.Reject
            : asked.Contains(Outcome.Hold) ? Outcome.Hold
            : Outcome.Approve;
    }

    private static int Rank(Reason reason) => reason switch
    {
        { Signal.Attribute: Attributes.Unavailable } => 0,
        { Asks: Outcome.Reject } => 1,
        { Asks: Outcome.Hold } => 2,
        _ => 3,
    };
}
