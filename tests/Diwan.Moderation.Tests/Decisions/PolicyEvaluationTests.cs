using Diwan.Moderation.Decisions;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Tests.Decisions;

public sealed class PolicyEvaluationTests
{
    private static readonly Rule Rejecting = Some.Rule(id: "rejecting");
    private static readonly Rule Holding = Some.Rule(Attributes.Contact, Outcome.Hold, guideline: null, id: "holding");
    private static readonly Rule Approving = Some.Rule(Attributes.Constructive, Outcome.Approve, guideline: null, id: "approving");

    private static Recommendation Recommend(Rule[] rules, params Signal[] signals) =>
        PolicyEvaluation.Recommend(Some.Policy(rules), signals);

    [Theory]
    [InlineData("", Outcome.Approve)]
    [InlineData("THREAT", Outcome.Reject)]
    [InlineData("CONTACT", Outcome.Hold)]
    [InlineData("CONSTRUCTIVE", Outcome.Approve)]
    [InlineData("THREAT CONTACT", Outcome.Reject)]
    [InlineData("THREAT CONSTRUCTIVE", Outcome.Hold)]
    [InlineData("CONTACT CONSTRUCTIVE", Outcome.Hold)]
    [InlineData("UNAVAILABLE", Outcome.Hold)]
    [InlineData("UNAVAILABLE THREAT", Outcome.Hold)]
    [InlineData("UNAVAILABLE CONSTRUCTIVE", Outcome.Hold)]
    public void What_is_asked_settles_the_outcome(string attributes, Outcome outcome)
    {
        var signals = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(attribute => Some.Signal(attribute)).ToArray();
        var recommendation = Recommend([Rejecting, Holding, Approving], signals);
        Assert.Equal(outcome, recommendation.Outcome);
        Assert.Equal(signals.Length, recommendation.Reasons.Count);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.49999, false)]
    public void A_rule_fires_from_its_threshold_on(double score, bool fires) =>
        Assert.Equal(fires, Recommend([Rejecting], Some.Signal(score: score)).Reasons.Count == 1);

    [Theory]
    [InlineData(0.4, Outcome.Hold)]
    [InlineData(0.9, Outcome.Reject)]
    public void One_signal_gives_one_reason_for_a_guideline_with_a_milder_rule(double score, Outcome asked)
    {
        var mild = Some.Rule(recommend: Outcome.Hold, atLeast: 0.3, id: "mild");

        Assert.Equal(asked, Assert.Single(Recommend([Rejecting, mild], Some.Signal(score: score)).Reasons).Asks);
    }

    [Fact]
    public void A_rule_for_one_detector_leaves_the_others_alone() =>
        Assert.Empty(Recommend([Some.Rule(detector: "lexicon")], Some.Signal(detector: "classifier")).Reasons);

    [Fact]
    public void Every_rule_that_fires_is_a_reason_the_weightiest_first()
    {
        var recommendation = Recommend(
            [Approving, Holding, Rejecting],
            Some.Signal(Attributes.Constructive, 1), Some.Signal(Attributes.Contact, 1), Some.Signal(score: 0.6),
            Some.Signal(score: 0.9), Some.Signal(Attributes.Unavailable, 1));
        Assert.Equal(["unavailable", "rejecting", "rejecting", "holding", "approving"], recommendation.Reasons.Select(reason => reason.Rule));
        Assert.Equal(0.9, recommendation.Reasons[1].Signal.Score);
    }

    [Fact]
    public void Software_decides_only_when_every_rule_that_fires_says_so()
    {
        var deciding = Rejecting with { Id = "deciding", Decides = true };
        Assert.True(Recommend([deciding], Some.Signal()).Decides);
        Assert.False(Recommend([deciding, Rejecting], Some.Signal()).Decides);
        Assert.False(Recommend([deciding, Holding], Some.Signal(), Some.Signal(Attributes.Contact)).Decides);
        Assert.False(Recommend([deciding], Some.Signal(), Some.Signal(Attributes.Unavailable)).Decides);
    }

    [Fact]
    public void Software_approves_the_unobjected_only_where_the_policy_says_so()
    {
        Assert.False(PolicyEvaluation.Recommend(Some.Policy(), []).Decides);
        Assert.True(PolicyEvaluation.Recommend(Some.Policy() with { ApprovesUnobjected = true }, []).Decides);
    }

    [Theory]
    [InlineData(Attributes.PersonalAttack)]
    [InlineData(Attributes.Racism)]
    [InlineData(Attributes.OffTopic)]
    public void Software_rejects_nobody_for_what_is_derived_or_only_orders(string attribute) =>
        Assert.False(Recommend([Some.Rule(attribute, decides: true)], Some.Signal(attribute)).Decides);
}
