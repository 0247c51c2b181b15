using Diwan.Fuzz;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Promotion;
using Diwan.Moderation.Signals.Relevance;
using Diwan.Moderation.Signals.Repetition;
using Diwan.Moderation.Tests.Classifier;
using Diwan.Moderation.Tests.Languages;
using Diwan.Moderation.Tests.Lexicons;

namespace Diwan.Moderation.Tests.Fuzzing;

/// <summary>The short, seeded run; <c>fuzz/run</c> goes on for as long as one likes.</summary>
[Collection(nameof(Alone))]
public sealed class ScoringFuzzTests
{
    private static readonly ScoringTarget Target = new(
        new ModerationPipeline(
            // What a word list finds thousands of times gives thousands of reasons: those are weighed too.
            Some.Policy(Some.Rule(Attributes.Insult, Outcome.Hold, 0.1, id: "insults"), Some.Rule(Attributes.Insult, Outcome.Reject, 0.9, id: "strong-insults")),
            [
                Shipped.Detector,
                new PromotionDetector(PromotionTable.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "lexicons", "promotion.tsv")))),
                new RepetitionDetector(), new RelevanceDetector(), new ClassifierDetector(TrainedModel.Instance),
            ],
            TrainedModel.Instance.Version,
            ShippedModel.Identifier),
        ShippedModel.Identifier,
        TrainedModel.Instance);

    public static TheoryData<string> Kinds => [.. HostileText.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_mebibyte_of_anything_is_scored_in_time_that_grows_with_its_length_alone(string kind) =>
        Assert.Null(Target.Problem(HostileText.Kinds[kind](new Random(20261123), 1 << 20)));

    [Fact]
    public void Five_hundred_mixtures_are_scored_without_a_throw_or_a_span_outside_the_text()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var text = HostileText.Mixture(random, random.Next(1, 400));
            Assert.Equal((seed, null), (seed, Target.Problem(text)));
        }
    }
}
