using CsCheck;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Repetition;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Repetition;

public sealed class RepetitionDetectorTests
{
    private const string Remark = "The new road to the airport was promised three years ago and is still not finished.";

    private static List<Signal> Measure(string text, params RecentComment[] recent)
    {
        var signals = new List<Signal>();
        new RepetitionDetector().Detect(Some.Subject(Some.Submission(text) with { Recent = recent }), signals);
        return signals;
    }

    private static RecentComment Earlier(string text, ulong differing = 0, bool sameAuthor = true, bool sameThread = true) =>
        new(Fingerprint.Of(NormalizedText.From(text)) ^ differing, sameAuthor, sameThread);

    [Fact]
    public void The_same_text_again_is_a_full_copy()
    {
        var signal = Assert.Single(Measure(Remark, Earlier(Remark)));
        Assert.Equal((Attributes.Repetition, 1.0, "copy-same-author-same-thread"), (signal.Attribute, signal.Score, signal.Detail));
    }

    [Theory]
    [InlineData(true, false, "copy-same-author")]
    [InlineData(false, true, "copy-same-thread")]
    public void A_copy_says_whose_or_where(bool sameAuthor, bool sameThread, string detail) =>
        Assert.Equal(detail, Assert.Single(Measure(Remark, Earlier(Remark, 0, sameAuthor, sameThread))).Detail);

    [Fact]
    public void The_nearest_of_several_counts() =>
        Assert.Equal(1, Assert.Single(Measure(Remark, Earlier(Remark, 0b1111), Earlier(Remark))).Score);

    [Theory]
    [InlineData(0b1111UL, 1)]
    [InlineData(0xFFFFUL, 0)]
    public void Few_differing_bits_are_a_near_copy_and_many_another_text(ulong differing, int signals) =>
        Assert.Equal(signals, Measure(Remark, Earlier(Remark, differing)).Count);

    [Theory]
    [InlineData("Yes")]
    [InlineData("Thank you!")]
    [InlineData("دەستخۆش")]
    public void What_everybody_says_is_no_copy(string text) => Assert.Empty(Measure(text, Earlier(text)));

    [Theory]
    [InlineData("Shame on them.\nShame on them.\nShame on them.\nShame on them.", "repeated-lines")]
    [InlineData("win win win win win win win win win", "repeated-word")]
    [InlineData("Nooooooooooooooooooooo", "repeated-characters")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!", "repeated-characters")]
    public void Flooding_is_named_by_its_kind(string text, string kind)
    {
        var signal = Assert.Single(Measure(text));
        Assert.Equal(kind, signal.Detail);
        Assert.InRange(signal.Score, 0.5, 1);
    }

    [Theory]
    [InlineData(Remark)]
    [InlineData("Nooo, yesss... really?!")]
    [InlineData("One.\n\nTwo.\n\nThree.")]
    public void Emphasis_is_no_flooding(string text) => Assert.Empty(Measure(text));

    [Fact]
    public void No_text_throws_and_scores_lie_between_0_and_1() =>
        Gen.String.Sample(text => Measure(text + text + text, Earlier(text)).TrueForAll(signal => signal.Score is >= 0 and <= 1));
}
