using CsCheck;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Promotion;

namespace Diwan.Moderation.Tests.Promotion;

public sealed class PromotionDetectorTests
{
    private static readonly PromotionDetector Detector = new(PromotionTable.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data/lexicons/promotion.tsv"))));

    private static List<Signal> Measure(string text)
    {
        var signals = new List<Signal>();
        Detector.Detect(Some.Subject(text, ""), signals);
        return signals;
    }

    private static double Score(string attribute, string text) =>
        Measure(text).Where(signal => signal.Attribute == attribute).Select(signal => signal.Score).SingleOrDefault();

    [Theory]
    [InlineData("check out my channel")]
    [InlineData("kanalıma abone olun")]
    [InlineData("اشتركوا في قناتي")]
    [InlineData("کانال من را ببینید، دنبال کنید")]
    [InlineData("سەردانی پەیجەکەم بکەن t.me/example")]
    [InlineData("kanala min bibin abone")]
    public void An_invitation_to_follow_is_personal_promotion_in_every_language(string text) =>
        Assert.InRange(Score(Attributes.PersonalPromotion, text), 0.5, 1);

    [Theory]
    [InlineData("phones for sale, call us 0750 123 4567")]
    [InlineData("satılık araba, 0532 123 45 67")]
    [InlineData("للبيع، للتواصل 07501234567")]
    [InlineData("فروش ویژه با بهترین قیمت")]
    [InlineData("بۆ فرۆشتن، پەیوەندی بکەن 07501234567")]
    [InlineData("ji bo firotanê 0750 123 4567")]
    public void An_invitation_to_buy_is_commercial_promotion_in_every_language(string text) =>
        Assert.InRange(Score(Attributes.CommercialPromotion, text), 0.5, 1);

    [Fact]
    public void A_link_with_an_invitation_says_more_than_a_link_alone()
    {
        var alone = Score(Attributes.CommercialPromotion, "https://example.org/x");
        Assert.InRange(alone, 0.01, 0.49);
        Assert.True(Score(Attributes.CommercialPromotion, "order now https://example.org/x") > alone + 0.2);
    }

    [Fact]
    public void A_link_to_a_news_source_is_a_weak_contact_and_no_promotion()
    {
        var contact = Assert.Single(Measure("As reported: https://www.rudaw.net/english/1"));
        Assert.Equal(Attributes.Contact, contact.Attribute);
        Assert.InRange(contact.Score, 0, 0.3);
    }

    [Fact]
    public void Saying_it_twice_proves_nothing_new() =>
        Assert.Equal(Score(Attributes.CommercialPromotion, "order now"), Score(Attributes.CommercialPromotion, "order now order now"), 9);

    [Theory]
    [InlineData("The government should subsidise bread; people cannot pay for it.")]
    [InlineData("you won't find one in this newspaper, whose reporting is poor and one-sided")]
    [InlineData("in short: order. now what?")]
    [InlineData("Bu karar halkı ilgilendiriyor ve tartışılmalı.")]
    public void A_remark_is_no_promotion(string text) => Assert.Empty(Measure(text));

    [Fact]
    public void Evidence_quotes_the_invitation()
    {
        var signal = Assert.Single(Measure("friends, check out my page"));
        Assert.Equal("check out my", signal.Evidence!.Value.Quote("friends, check out my page"));
    }

    [Fact]
    public void No_text_throws_and_all_evidence_lies_within_it()
    {
        string[] parts = ["http://", "www.", "@", ".", "com", "a.b", " dot ", "0750", "+", "\uD800", "\uFFFE", "\u200B", "\0", "٠٧", "my channel", "/", "xn--"];
        var pieces = Gen.OneOf(Gen.String, Gen.Int[0, parts.Length - 1].Select(i => parts[i]));
        pieces.Array[0, 12].Select(string.Concat<string>).Sample(text =>
            Measure(text).TrueForAll(signal => signal.Evidence is not { } span || span.Quote(text).Length > 0));
    }

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a.com ")]
    [InlineData("a@")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("http:")]
    [InlineData("://a")]
    [InlineData("http://a.com/")]
    [InlineData("my channel ")]
    [InlineData("dot com ")]
    [InlineData("'a")]
    [InlineData("com-")]
    public void A_mebibyte_of_anything_is_measured(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        Assert.InRange(Measure(text).Count, 0, 52);
    }
}
