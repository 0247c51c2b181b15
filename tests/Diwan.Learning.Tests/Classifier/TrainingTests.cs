using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Tests.Classifier;

public sealed class TrainingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("diwan-train").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_sets_give_the_same_bytes_and_a_model_that_scores()
    {
        var sets = WriteSets("clean");
        var (one, two) = (Path.Combine(folder, "diwan-1.bin"), Path.Combine(folder, "two", "diwan-1.bin"));
        Directory.CreateDirectory(Path.GetDirectoryName(two)!);
        Training.Training.Run(sets, one, TextWriter.Null);
        Training.Training.Run(sets, two, TextWriter.Null);
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(one))), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(two))));
        var classifier = Moderation.Signals.Classifier.Classifier.Load(File.ReadAllBytes(one));
        Assert.True(Score(classifier, "you are a horrid snork") > Score(classifier, "what a lovely garden"));
    }

    [Fact]
    public void Rows_that_may_not_be_shipped_are_never_learnt_from()
    {
        var error = Assert.Throws<InvalidDataException>(() => Training.Training.Run(WriteSets("evaluate"), Path.Combine(folder, "diwan-1.bin"), TextWriter.Null));
        Assert.Contains("clean", error.Message, StringComparison.Ordinal);
    }

    private static double Score(Moderation.Signals.Classifier.Classifier classifier, string text)
        => classifier.Score(NormalizedText.From(text), new IdentifiedLanguage("en", "Latn", 1))[Attributes.Toxicity]!.Value;

    private string WriteSets(string tier)
    {
        var sets = Path.Combine(folder, "sets");
        Directory.CreateDirectory(sets);
        File.WriteAllLines(Path.Combine(sets, "en.jsonl"), Enumerable.Range(0, 300).Select(number => number % 2 == 0
            ? $$$"""{"id":"{{{number}}}","set":"made","language":"en","tier":"{{{tier}}}","text":"you are a horrid snork number {{{number}}}","labels":{"toxic":1}}"""
            : $$$"""{"id":"{{{number}}}","set":"made","language":"en","tier":"{{{tier}}}","text":"what a lovely garden number {{{number}}}","labels":{"toxic":0}}"""));
        return sets;
    }
}
