using Diwan.Moderation;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Storage.Content;

namespace Diwan.Storage.Tests.Content;

public sealed class OwnModelTests
{
    private static readonly EngineContent Shipped = EngineContent.Read(ShippedData.Folder);
    private static readonly Submission Polite = new() { Text = "Thank you for this article about the bazaar.", Author = "Nasrin" };

    [Fact]
    public void A_publishers_own_model_is_named_and_its_score_meets_the_rules_about_the_classifier()
    {
        var judgement = Judge(new Own(_ => [new(Attributes.Threat, 0.99)]));

        Assert.Equal($"{Shipped.Classifier!.Version},own-1", judgement.ModelVersion);
        Assert.NotEqual(Outcome.Approve, judgement.Recommendation.Outcome);
    }

    [Fact]
    public void One_that_cannot_be_run_on_a_text_holds_the_comment_for_a_person()
    {
        var judgement = Judge(new Own(_ => throw new InvalidOperationException("broken")));

        Assert.Equal(Outcome.Hold, judgement.Recommendation.Outcome);
        Assert.Contains(judgement.Signals, signal => signal is { Attribute: Attributes.Unavailable, Detail: nameof(InvalidOperationException) });
        Assert.Contains(judgement.Signals, signal => signal is { Attribute: Attributes.Toxicity });
    }

    [Fact]
    public void Without_one_nothing_changes() => Assert.Same(Shipped, Shipped.With(null));

    private static Judgement Judge(IOwnModel own)
    {
        var content = Shipped.With(own);
        return content.Compose(content.DefaultPolicy).Judge(Polite);
    }

    private sealed class Own(Func<NormalizedText, IReadOnlyList<AttributeScore>> score) : IOwnModel
    {
        public string Version => "own-1";

        public bool InPlaceOfOurs => false;

        public IReadOnlyList<string> Attributes => ["TOXICITY"];

        public bool Speaks(IdentifiedLanguage language) => true;

        public IReadOnlyList<AttributeScore> Score(NormalizedText text) => score(text);
    }
}
