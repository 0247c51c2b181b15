using Diwan.Fuzz;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Tests.Languages;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Classifier;

public sealed class DeterminismTests
{
    // Of many kinds and lengths, so that whatever one text leaves behind in a thread's scratch space would show in the next.
    private static readonly string[] Texts =
        [.. Enumerable.Range(0, 200).Select(seed => HostileText.Mixture(new Random(seed), 1 + (seed * seed / 10))), "You are a stupid idiot.", "Thank you!", ""];

    [Fact]
    public void Scores_and_spans_are_the_same_in_any_order()
    {
        var forward = Texts.Select(Answer).ToArray();
        var backward = Texts.Reverse().Select(Answer).Reverse().ToArray();
        var shuffled = new string[Texts.Length];
        foreach (var place in Enumerable.Range(0, Texts.Length).OrderBy(place => place * 7919 % Texts.Length))
        {
            shuffled[place] = Answer(Texts[place]);
        }

        Assert.Equal(forward, backward);
        Assert.Equal(forward, shuffled);
    }

    [Fact]
    public async Task Scores_and_spans_are_the_same_on_four_threads_at_once()
    {
        var alone = Texts.Select(Answer).ToArray();
        using var together = new Barrier(4);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);

                // Each begins elsewhere, so that different texts are in work at the same moment.
                return Enumerable.Range(0, Texts.Length).Select(place => (place + (thread * 50)) % Texts.Length)
                    .Select(place => (place, Answer(Texts[place]))).OrderBy(answer => answer.place).Select(answer => answer.Item2).ToArray();
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        Assert.All(answers, answer => Assert.Equal(alone, answer));
    }

    // To the bit: "R" would do, but bits leave no doubt.
    private static string Answer(string text)
    {
        using var borrowed = BorrowedText.Of(text);
        var folded = borrowed.Text;
        var language = ShippedModel.Identifier.Identify(text);
        var scores = TrainedModel.Instance.Score(folded, language).Select(score => BitConverter.DoubleToInt64Bits(score.Score));
        var spans = TrainedModel.Instance.Explain(folded, new IdentifiedLanguage("en", "Latn", 1), Attributes.Toxicity);
        return $"{language} {string.Join(' ', scores)} {string.Join(' ', spans)}";
    }
}
