using Diwan.Moderation.Decisions;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Tests.Policy;

public sealed class PolicyValidatorTests
{
    private static readonly ModerationPolicy Sound = Some.Policy(Some.Rule());

    private static void Finds(ModerationPolicy policy, params string[] places) =>
        Assert.Equal(places, PolicyValidator.Validate(policy).Select(problem => problem.Where));

    [Fact]
    public void A_sound_policy_has_no_problem() => Finds(Sound);

    [Fact]
    public void Each_of_the_eleven_guidelines_is_missed()
    {
        foreach (var code in HouseGuidelines.Codes)
        {
            var problems = PolicyValidator.Validate(Some.Policy() with { Guidelines = [.. Sound.Guidelines.Where(guideline => guideline.Code != code)] });
            Assert.Contains($"'{code}'", Assert.Single(problems).What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_code_or_a_key_used_twice_is_a_problem() =>
        Finds(Sound with { Guidelines = [.. Sound.Guidelines, Some.Guideline("abuse", 'x'), Some.Guideline("house-style", '1'), Some.Guideline("length", '#')] },
            "guidelines[11].code", "guidelines[12].key", "guidelines[13].key");

    [Fact]
    public void A_text_without_English_is_a_problem()
    {
        var kurdish = new Dictionary<string, string> { ["ckb"] = "جنێو" };
        var guideline = new Guideline("house-style", 'x', kurdish, kurdish);
        Finds(Sound with { Guidelines = [.. Sound.Guidelines, guideline], Welcome = kurdish, UsualWait = kurdish },
            "usualWait", "welcome", "guidelines[11].title", "guidelines[11].text");
    }

    [Fact]
    public void All_that_is_wrong_with_a_rule_is_listed() =>
        Finds(Sound with { Rules = [new("", "no-such", "NO_SUCH", null, double.NaN, Outcome.Hold, Decides: true)] },
            "rules[0].id", "rules[0].guideline", "rules[0].attribute", "rules[0].atLeast", "rules[0].decides");

    [Fact]
    public void An_id_used_twice_is_a_problem_in_both_places() =>
        Finds(Some.Policy(Some.Rule(), Some.Rule()), "rules[0].id", "rules[1].id");

    [Fact]
    public void A_rejection_must_cite_a_guideline() => Finds(Some.Policy(Some.Rule(guideline: null)), "rules[0].guideline");

    [Theory]
    [InlineData(Attributes.OffTopic)]
    [InlineData(Attributes.Constructive)]
    public void What_orders_queues_may_not_reject(string attribute) => Finds(Some.Policy(Some.Rule(attribute)), "rules[0].recommend");

    [Fact]
    public void Software_may_not_decide_on_a_derived_attribute() =>
        Finds(Some.Policy(Some.Rule(Attributes.Xenophobia, decides: true)), "rules[0].decides");

    [Fact]
    public void What_could_not_be_measured_is_not_for_rules_to_settle() =>
        Finds(Some.Policy(Some.Rule(Attributes.Unavailable, Outcome.Approve)), "rules[0].attribute");

    [Fact]
    public void A_rule_against_criticism_of_the_publication_is_a_problem() =>
        Finds(Some.Policy(Some.Rule(detector: "publisher-criticism")), "rules[0]");

    [Fact]
    public void Thresholds_are_scores_of_known_attributes() =>
        Finds(Sound with { Thresholds = new Dictionary<string, double> { ["NO_SUCH"] = 0.5, [Attributes.Threat] = 2 } },
            "thresholds.NO_SUCH", "thresholds.THREAT");
}
