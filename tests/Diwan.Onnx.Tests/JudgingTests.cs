using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;

namespace Diwan.Onnx.Tests;

/// <summary>An own model among the detectors.</summary>
public class JudgingTests
{
    [Fact]
    public void Beside_ours_both_are_heard()
    {
        using var folder = new ModelFolder("mode: beside");
        using var model = folder.Load();

        var signals = Detect(model, "a nasty word", "en");

        Assert.Contains(signals, signal => signal is { Attribute: Attributes.Toxicity, Score: 0.25, Detail: null });
        Assert.Contains(signals, signal => signal is { Attribute: Attributes.Toxicity, Score: > 0.9 } && signal.Detail == model.Version);
        Assert.All(signals, signal => Assert.Equal("classifier", signal.Detector));
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    public void In_place_of_ours_it_is_heard_alone_in_the_languages_it_speaks(string language, bool ours)
    {
        using var folder = new ModelFolder("mode: instead\nlanguages: [en]");
        using var model = folder.Load();

        var signals = Detect(model, "a nasty word", language);

        Assert.Equal(ours, signals.Any(signal => signal.Score == 0.25));
        Assert.Equal(!ours, signals.Any(signal => signal.Detail == model.Version));
    }

    [Fact]
    public void A_model_that_cannot_be_run_keeps_what_ours_measured_and_fails_loudly()
    {
        // A table without the last words of the vocabulary: the graph loads, and fails on a text that has them.
        using var folder = new ModelFolder(graph: TinyGraph.Bytes([.. Enumerable.Repeat(new float[] { -3, -3 }, 8)], [[1, 0], [0, 1]]));
        using var model = folder.Load();
        var signals = new List<Signal>();

        Assert.ThrowsAny<Exception>(() => new OwnModelDetector(model, new Ours()).Detect(Subject("dimwit", "en"), signals));
        Assert.Single(signals);
    }

    [Fact]
    public void A_model_already_closed_says_so_and_does_not_bring_the_process_down()
    {
        using var folder = new ModelFolder();
        var model = folder.Load();
        model.Dispose();

        Assert.Throws<ObjectDisposedException>(() => model.Score(NormalizedText.From("a word")));
    }

    [Fact]
    public void Where_scores_alone_are_asked_for_the_own_models_are_among_them()
    {
        using var folder = new ModelFolder("mode: instead");
        using var model = folder.Load();
        var scorer = new AttributeScorer(null, model);

        Assert.Equal(model.Version, scorer.Version);
        Assert.Equal([Attributes.Toxicity, Attributes.Insult], scorer.Score(NormalizedText.From("dimwit"), Language("en")).Select(score => score.Attribute));
        Assert.Empty(scorer.Explain(NormalizedText.From("dimwit"), Language("en"), Attributes.Insult));
    }

    private static List<Signal> Detect(OwnModel model, string text, string language)
    {
        var signals = new List<Signal>();
        new OwnModelDetector(model, new Ours()).Detect(Subject(text, language), signals);
        return signals;
    }

    private static DetectionSubject Subject(string text, string language) =>
        new(new() { Text = text, Author = "Nasrin" }, NormalizedText.From(text), NormalizedText.From("Nasrin"), Language(language));

    private static IdentifiedLanguage Language(string code) => new(code, "Latn", 1);

    private sealed class Ours : IDetector
    {
        public string Name => "classifier";

        public void Detect(DetectionSubject subject, ICollection<Signal> signals) => signals.Add(new(Attributes.Toxicity, 0.25, Name));
    }
}
