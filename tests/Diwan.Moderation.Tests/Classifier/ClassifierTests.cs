using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Classifier;

public class ClassifierTests
{
    private static readonly IdentifiedLanguage English = new("en", "Latn", 1);

    [Theory]
    [InlineData("You are a stupid idiot and nobody likes you", Attributes.Toxicity)]
    [InlineData("You are a stupid idiot and nobody likes you", Attributes.Insult)]
    [InlineData("what the fuck is this shit", Attributes.Profanity)]
    [InlineData("I will find you and kill you", Attributes.Threat)]
    public void An_insult_scores_above_thanks(string bad, string attribute)
        => Assert.True(TrainedModel.Score(bad, attribute) > TrainedModel.Score("Thank you for this careful report, I learnt a lot.", attribute) + 0.2);

    [Theory]
    [InlineData("This newspaper got the numbers wrong again; please correct the article.")]
    [InlineData("I disagree with the editor: the headline is misleading and the reporting one-sided.")]
    [InlineData("Your paper has become worse since the new owner came, and I will cancel my subscription.")]
    public void Criticism_of_the_publisher_counts_against_nobody(string comment)
    {
        Assert.True(TrainedModel.Score(comment, Attributes.Toxicity) < 0.5);
        Assert.True(TrainedModel.Score(comment, Attributes.PersonalAttack) < 0.5);
    }

    [Fact]
    public void A_language_that_is_not_supported_gets_no_score_at_all()
    {
        var scores = TrainedModel.Instance.Score(NormalizedText.From("bonjour"), new IdentifiedLanguage("fr", "Latn", 1));
        Assert.Empty(scores);
    }

    [Fact]
    public void An_attribute_without_labels_in_a_language_is_absent_from_its_scores()
    {
        var scores = TrainedModel.Instance.Score(NormalizedText.From("سڵاو هاوڕێیان"), new IdentifiedLanguage("ckb", "Arab", 1));
        Assert.NotNull(scores[Attributes.Toxicity]);
        Assert.Null(scores[Attributes.Sexism]);
        Assert.False(TrainedModel.Instance.Supports(Attributes.Sexism, "ckb"));
    }

    [Theory]
    [InlineData("I have been gay all my life and so has my brother.")]
    [InlineData("Two gay men run the bakery in our street.")]
    [InlineData("My daughter is queer and we love her.")]
    [InlineData("A homosexual couple moved in next door.")]
    public void Being_named_is_no_offence(string comment) => Assert.True(TrainedModel.Score(comment, Attributes.Toxicity) < 0.5);

    [Fact]
    public void What_the_network_makes_of_an_identitys_name_counts_half_for_TOXICITY_and_other_texts_are_read_once()
    {
        var network = TrainedModel.Instance.Network;
        var toxicity = network.Mixture.IndexOf(Attributes.Toxicity);
        double With(string text) => Signals.Classifier.Classifier.LogOdds(network.Score(NormalizedText.From(text))[toxicity]);
        double Plain(string text)
        {
            network.Score(NormalizedText.From(text), 0, text.Length, network.Space);
            return Signals.Classifier.Classifier.LogOdds(network.Space.Window[toxicity]);
        }

        Assert.Equal(Plain("the bakers are here"), With("the bakers are here"), 12);
        Assert.True(With("the gay bakers are here") < Plain("the gay bakers are here"));
    }

    [Fact]
    public void Scores_do_not_depend_on_what_was_scored_before()
    {
        string[] texts = ["You idiot!", "", "A long " + new string('x', 3000), "مرحبا يا كلب", "fine 🙂", "You idiot!"];
        var forward = texts.Select(One).ToArray();
        var backward = texts.Reverse().Select(One).Reverse().ToArray();
        Assert.Equal(forward, backward);
        Assert.Equal(forward[0], forward[^1]);

        static string One(string text) => string.Join(' ', TrainedModel.Instance.Score(NormalizedText.From(text), English).Select(score => BitConverter.DoubleToInt64Bits(score.Score)));
    }

    [Fact]
    public void Scores_lie_between_zero_and_one_for_any_text()
    {
        foreach (var text in new[] { "", " ", "\0", "\uD800", "\uFFFE", "🏳️‍🌈", new string('ا', 5000), string.Concat(Enumerable.Repeat("a ", 4000)) })
        {
            Assert.All(TrainedModel.Instance.Score(NormalizedText.From(text), English), score => Assert.InRange(score.Score, 0, 1));
        }
    }

    [Fact]
    public void Hostile_texts_up_to_a_mebibyte_never_throw()
    {
        var random = new Random(1);
        foreach (var length in new[] { 1, 7, 999, 1000, 1001, 65_536, 1 << 19 })
        {
            var units = new char[length];
            for (var at = 0; at < length; at++)
            {
                units[at] = (char)random.Next(length % 2 == 0 ? 0x10000 : 0x3000);
            }

            var text = NormalizedText.From(new string(units));
            Assert.NotEmpty(TrainedModel.Instance.Score(text, English));
            Assert.All(TrainedModel.Instance.Explain(text, English, Attributes.Toxicity), span => Assert.InRange(span.Span.End, span.Span.Start + 1, length));
        }
    }

    [Fact]
    public void An_explanation_quotes_the_authors_own_insult()
    {
        const string Comment = "I read the whole piece twice and you, sir, are an IDIOT.";
        var spans = TrainedModel.Instance.Explain(NormalizedText.From(Comment), English, Attributes.Toxicity);
        Assert.Contains(spans, span => span.Span.Quote(Comment).Contains("IDIOT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_model_is_refused_with_a_reason()
    {
        Assert.Throws<InvalidDataException>(() => Signals.Classifier.Classifier.Load(TrainedModel.Bytes.AsSpan(0, 1000)));
        Assert.Throws<InvalidDataException>(() => Signals.Classifier.Classifier.Load("not a model at all"u8));
    }

    [Fact]
    public void The_fast_tier_allocates_no_more_than_its_result()
    {
        var text = NormalizedText.From("You are wrong about nearly everything, but thank you for asking.");
        TrainedModel.Instance.Score(text, English);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TrainedModel.Instance.Score(text, English);
        var result = 24 + 24 + (AttributeInfo.All.Count * 16);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, result + 16);
    }
}
