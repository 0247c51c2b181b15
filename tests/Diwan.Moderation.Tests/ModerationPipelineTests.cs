using CsCheck;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Tests.Doubles;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests;

public sealed class ModerationPipelineTests
{
    private static ModerationPipeline Pipeline(ModerationPolicy policy, params IDetector[] detectors) =>
        new(policy, detectors, "none", new FixedLanguage());

    [Fact]
    public void A_comment_nothing_speaks_against_is_recommended_for_approval_and_left_to_a_person()
    {
        var judgement = Pipeline(Some.Policy(Some.Rule())).Judge(Some.Submission());
        Assert.Equal((Outcome.Approve, false), (judgement.Recommendation.Outcome, judgement.Recommendation.Decides));
        Assert.Empty(judgement.Recommendation.Reasons);
    }

    [Fact]
    public void A_judgement_names_policy_model_language_and_fingerprint()
    {
        var pipeline = new ModerationPipeline(Some.Policy(), [], "linear-7", new FixedLanguage("ckb"));
        var judgement = pipeline.Judge(Some.Submission("دەقێک"));
        Assert.Equal(("2026-01-01.1", "linear-7", "ckb"), (judgement.PolicyVersion, judgement.ModelVersion, judgement.Language.Code));
        Assert.Equal(Fingerprint.Of(NormalizedText.From("دەقێک")), judgement.Fingerprint);
    }

    [Fact]
    public void A_detector_that_throws_holds_the_comment_and_the_others_still_measure()
    {
        var policy = Some.Policy(Some.Rule(decides: true)) with { ApprovesUnobjected = true };
        var judgement = Pipeline(policy, new ThrowingDetector(), new FixedDetector(Some.Signal())).Judge(Some.Submission());
        Assert.Equal((Outcome.Hold, false), (judgement.Recommendation.Outcome, judgement.Recommendation.Decides));
        Assert.Equal(["INSULT", "UNAVAILABLE", "THREAT"], judgement.Signals.Select(signal => signal.Attribute));
        var first = judgement.Recommendation.Reasons[0];
        Assert.Equal((null, "unavailable", "throwing"), (first.Guideline, first.Rule, first.Signal.Detector));
    }

    [Fact]
    public void A_failure_says_nothing_of_the_text_it_failed_on()
    {
        var judgement = Pipeline(Some.Policy(), new ThrowingDetector()).Judge(Some.Submission("private words"));
        Assert.DoesNotContain(judgement.Signals, signal => signal.Detail?.Contains("private", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void An_unknown_language_holds_the_comment()
    {
        var judgement = new ModerationPipeline(Some.Policy(), [], "none", new ThrowingLanguageIdentifier()).Judge(Some.Submission());
        Assert.Equal(Outcome.Hold, judgement.Recommendation.Outcome);
        Assert.Equal(IdentifiedLanguage.Undetermined, judgement.Language);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.PositiveInfinity)]
    public void A_score_that_is_none_holds_the_comment(double score)
    {
        var judgement = Pipeline(Some.Policy(), new FixedDetector(Some.Signal(score: score))).Judge(Some.Submission());
        Assert.Equal(Outcome.Hold, judgement.Recommendation.Outcome);
        Assert.Equal(Attributes.Unavailable, Assert.Single(judgement.Signals).Attribute);
    }

    [Fact]
    public void Another_policy_makes_another_pipeline_and_leaves_the_first()
    {
        var lenient = Pipeline(Some.Policy(), new FixedDetector(Some.Signal()));
        var strict = lenient.WithPolicy(Some.Policy(Some.Rule()) with { Version = "2026-01-02.1" });
        Assert.Equal(Outcome.Approve, lenient.Judge(Some.Submission()).Recommendation.Outcome);
        Assert.Equal(Outcome.Reject, strict.Judge(Some.Submission()).Recommendation.Outcome);
        Assert.Equal("2026-01-01.1", lenient.Policy.Version);
    }

    [Fact]
    public void No_text_throws() =>
        Gen.Select(Gen.String, Gen.String).Sample((text, author) =>
            Pipeline(Some.Policy(Some.Rule()), new FixedDetector(Some.Signal())).Judge(Some.Submission(text, author)).Signals.Count == 1);
}
