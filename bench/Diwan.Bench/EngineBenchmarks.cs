using BenchmarkDotNet.Attributes;
using Diwan.Bench.Scoring;
using Diwan.Moderation;
using Diwan.Moderation.Text;
using Diwan.Storage.Content;

namespace Diwan.Bench;

/// <summary>The parts of the engine on one comment of usual length in each of two scripts, and the whole pipeline as the server runs it.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private FastTier tier = null!;
    private ModerationPipeline pipeline = null!;
    private (NormalizedText Text, IdentifiedLanguage Language) folded;
    private Submission submission = null!;

    /// <summary>What is read: own sentences of about the median length of a real comment.</summary>
    [Params(
        "The council has promised this bridge since 2019 and nothing was built. Who pays for the delay, and why does nobody ask the contractor?",
        "شکرا على هذا التقرير المفيد، لكن لماذا لم يذكر الكاتب رأي سكان القرى التي مرت بها الطريق الجديدة؟")]
    public string Comment { get; set; } = "";

    /// <summary>Loads what ships in the repository.</summary>
    [GlobalSetup]
    public void Load()
    {
        tier = FastTier.Load("data");
        var content = EngineContent.Read("data");
        pipeline = content.Compose(content.DefaultPolicy);
        folded = tier.Prepare(Comment);
        submission = new() { Text = Comment, Author = "Shilan" };
    }

    /// <summary>Folding, with the way back to the author's characters.</summary>
    [Benchmark]
    public ulong Fold() => FastTier.Fold(Comment);

    /// <summary>Telling the language.</summary>
    [Benchmark]
    public ulong Language() => tier.Identify(Comment);

    /// <summary>Folding, undoing disguises, looking up every word.</summary>
    [Benchmark]
    public ulong FoldAndLexicons() => tier.Lexicons(Comment, folded.Language);

    /// <summary>All trained and derived attributes of a folded text.</summary>
    [Benchmark]
    public ulong Classifier() => tier.Attributes(folded.Text, folded.Language);

    /// <summary>All of these, as one call after the other.</summary>
    [Benchmark]
    public ulong Scoring() => tier.All(Comment);

    /// <summary>Judging: these, promotion, repetition, evidence for what scores high, and the policy's recommendation.</summary>
    [Benchmark]
    public Judgement Judge() => pipeline.Judge(submission);
}
