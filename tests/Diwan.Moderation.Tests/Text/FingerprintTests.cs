using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Text;

public sealed class FingerprintTests
{
    private const string Comment =
        "The reservoir has been low for three summers now, and nobody in the ministry has told the farmers when the gates will be opened again.";

    [Theory]
    [InlineData(Comment, 0)]
    [InlineData("  THE RESERVOIR has been low for three summers now -- and nobody in the ministry has told the farmers when the gates will be opened again!!! ", 0)]
    [InlineData(Comment + " Thanks.", 8)]
    [InlineData("The reservoir has been low for four summers now, and nobody in the ministry has told the farmers when the gates will be opened again.", 8)]
    public void A_near_copy_differs_in_few_bits(string copy, int atMost) => Assert.InRange(Distance(Comment, copy), 0, atMost);

    [Theory]
    [InlineData("The marathon was a joy to watch, and the children along the road cheered every runner until the very last one had passed the bridge.")]
    [InlineData("Why does the paper never ask the teachers what they think of the new timetable before it prints what the officials say about it?")]
    [InlineData("سوپاس بۆ ئەم هەواڵە، بەڵام پێویستە ڕۆژنامەکە لە جووتیاران بپرسێت کە بۆچی ئاوی بەنداوەکە هێندە کەم بووە")]
    public void Another_text_differs_in_many(string other) => Assert.InRange(Distance(Comment, other), 16, 64);

    [Fact]
    public void A_text_without_letters_has_none() => Assert.Equal(0UL, Fingerprint.Of(NormalizedText.From("… !!! 🙂")));

    [Fact]
    public void It_is_the_same_on_every_machine() => Assert.Equal(6364456039932256057UL, Fingerprint.Of(NormalizedText.From(Comment)));

    private static int Distance(string one, string other) =>
        Fingerprint.Distance(Fingerprint.Of(NormalizedText.From(one)), Fingerprint.Of(NormalizedText.From(other)));
}
