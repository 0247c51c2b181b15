using CsCheck;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Relevance;

namespace Diwan.Moderation.Tests.Relevance;

public sealed class RelevanceDetectorTests
{
    private static readonly ArticleContext Article = new("en", "New dam to supply Erbil with drinking water",
        """
        The ministry of water said on Monday that a new dam north of Erbil will be finished within two years.
        Engineers expect the reservoir to supply drinking water to half a million people in the province.
        Farmers downstream fear that the dam will leave too little water for their fields in dry summers.
        The governor promised that farmers will be paid for lost harvests, and that the river will be measured daily.
        """);

    private static Submission Comment(string text) => Some.Submission(text) with { Article = Article };

    private static double? Measure(Submission submission, string language = "en")
    {
        var signals = new List<Signal>();
        new RelevanceDetector().Detect(Some.Subject(submission, language), signals);
        Assert.All(signals, signal => Assert.Equal(Attributes.OffTopic, signal.Attribute));
        return signals.SingleOrDefault()?.Score;
    }

    [Fact]
    public void A_comment_on_the_matter_is_nearer_than_one_on_something_else()
    {
        var near = Measure(Comment("The farmers are right: a dam without water for the fields ruins harvests downstream."));
        var far = Measure(Comment("Yesterday our football team lost again because nobody trains the young players."));
        Assert.InRange(near!.Value, 0, 0.4);
        Assert.InRange(far!.Value, 0.7, 1);
    }

    [Fact]
    public void A_reply_shares_in_what_its_parent_is_about()
    {
        var reply = Comment("Agreed, nobody listens when poor families complain about officials");
        var alone = Measure(reply);
        var under = Measure(reply with { ParentText = "The dam leaves farmers downstream without drinking water and harvests." });
        Assert.True(under < alone);
    }

    [Fact]
    public void Another_language_than_the_articles_is_not_measured() => Assert.Null(Measure(Comment("Jotyaran av ji bo zeviyên xwe dixwazin, mafê wan e"), "kmr"));

    [Fact]
    public void A_bare_text_is_not_measured() => Assert.Null(Measure(Some.Submission("The farmers downstream need water for fields.")));

    [Fact]
    public void Too_few_words_are_not_measured() => Assert.Null(Measure(Comment("Thank you!")));

    [Fact]
    public void No_text_throws_and_scores_lie_between_0_and_1() =>
        Gen.Select(Gen.String, Gen.String).Sample((text, body) =>
            Measure(Some.Submission(text + " some more words about nothing here") with { Article = new("en", text, body), ParentText = body }) is null or (>= 0 and <= 1));
}
