using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Tests.Classifier;
using Diwan.Moderation.Tests.Languages;
using Diwan.Moderation.Tests.Lexicons;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests;

/// <summary>The fast tier (fold, language, word lists, every attribute) allocates what it returns and nothing else.</summary>
public sealed class AllocationTests
{
    // Sizes of objects on 64 bits: the list of scores, its array and each score in it; a signal.
    private const int Scores = 24 + 24, Score = 16, SignalSize = 64;

    private static readonly List<Signal> Signals = [];

    [Theory]
    [InlineData("You are wrong about nearly everything, but thank you for asking.", "en")]
    [InlineData("the council has promised this bridge since 2019 and nothing was built.", "en")]
    [InlineData("Two gay men run the bakery in our street.", "en")]
    [InlineData("You stupid idiot, you fucking moron, shut up and go to hell!", "en")]
    [InlineData("What an 1d10t, a st*pid m.o.r.o.n who is soooo \u0430nnoying, u i d i o t", "en")]
    [InlineData("That\u2019s the caf\u00e9 I mean \U0001F600\U0001F44D\U0001F3FD", "en")]
    [InlineData("شكرا على هذا التقرير المفيد، لكن لماذا لم يذكر الكاتب رأي سكان القرى؟", "ar")]
    [InlineData("جارتي مسلمة وهي لطيفة وتساعد كل الناس في الحي", "ar")]
    [InlineData("أنت ك ل ب يا حمااااار وهذا الرجل كــلــب", "ar")]
    [InlineData("", "und")]
    public void Scoring_a_comment_allocates_no_more_than_its_result(string text, string language)
    {
        for (var warm = 0; warm < 3; warm++)
        {
            Run(text);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (found, scores) = Run(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(language, found);
        Assert.NotEmpty(scores);
        Assert.InRange(allocated, 0, Scores + (scores.Count * Score) + (Signals.Count * SignalSize));
    }

    private static (string Language, AttributeScores Scores) Run(string text)
    {
        using var borrowed = BorrowedText.Of(text);
        var language = ShippedModel.Identifier.Identify(text);
        Signals.Clear();
        Shipped.Detector.Detect(borrowed.Text, TextField.Text, language.Code, Signals);
        return (language.Code, TrainedModel.Instance.Score(borrowed.Text, language));
    }
}
