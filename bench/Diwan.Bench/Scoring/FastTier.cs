using Diwan.Moderation;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Lexicons;
using Diwan.Moderation.Text;
using Diwan.Moderation.Text.Languages;

namespace Diwan.Bench.Scoring;

/// <summary>What every comment goes through: fold, language, word lists, all trained and derived attributes; and each part alone.</summary>
internal sealed class FastTier
{
    private static readonly NormalizedText NoAuthor = NormalizedText.From("");

    private readonly LanguageIdentifier languages;
    private readonly LexiconDetector lexicons;

    // Used again for every comment, as the caller of a detector may; its room is no part of the work.
    private readonly List<Signal> signals = [];

    private FastTier(Classifier classifier, LanguageIdentifier languages, LexiconDetector lexicons) =>
        (Classifier, this.languages, this.lexicons) = (classifier, languages, lexicons);

    /// <summary>The classifier under measurement.</summary>
    public Classifier Classifier { get; }

    /// <summary>Which models answer: both must be the same for scores to be the same.</summary>
    public string Version => $"{Classifier.Sha256[..12]} {languages.Version}";

    /// <summary>Loads what ships in the repository's <c>data</c> folder.</summary>
    public static FastTier Load(string data)
    {
        var models = Path.Combine(data, "models");
        return new(
            Classifier.Load(File.ReadAllBytes(Newest(models, "diwan-*.bin"))),
            LanguageIdentifier.Load(File.ReadAllBytes(Newest(models, "language-*.bin"))),
            LexiconDetector.Create(Directory.EnumerateFiles(Path.Combine(data, "lexicons"), "*.tsv").Order(StringComparer.Ordinal)
                .Where(file => Path.GetFileName(file) != "promotion.tsv")
                .Select(file => Lexicon.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))));
    }

    /// <summary>Folds and identifies, for measuring what follows alone.</summary>
    public DetectionSubject Prepare(string text) =>
        new(new Submission { Text = text }, NormalizedText.From(text), NoAuthor, languages.Identify(text));

    /// <summary>Folding alone.</summary>
    public static ulong Fold(string text) => (ulong)NormalizedText.From(text).Folded.Length;

    /// <summary>Language identification alone.</summary>
    public ulong Identify(string text) => BitConverter.DoubleToUInt64Bits(languages.Identify(text).Confidence);

    /// <summary>The word lists alone, over a text already folded. Its disguised readings are made here, as they are for every new text.</summary>
    public ulong Lexicons(DetectionSubject subject)
    {
        signals.Clear();
        lexicons.Detect(subject with { Text = NormalizedText.From(subject.Text.Original) }, signals);
        return (ulong)signals.Count;
    }

    /// <summary>The classifier alone, over a text already folded.</summary>
    public ulong Attributes(DetectionSubject subject) => Bits(Classifier.Score(subject.Text, subject.Language));

    /// <summary>The whole fast tier.</summary>
    public ulong All(string text) => Score(text, out _);

    /// <summary>The whole fast tier, and the spans that toxicity rests on.</summary>
    public ulong AllWithSpans(string text)
    {
        var bits = Score(text, out var subject);
        return bits + (ulong)Classifier.Explain(subject.Text, subject.Language, Moderation.Signals.Attributes.Toxicity).Count;
    }

    private ulong Score(string text, out DetectionSubject subject)
    {
        subject = Prepare(text);
        signals.Clear();
        lexicons.Detect(subject, signals);
        return Attributes(subject) + (ulong)signals.Count;
    }

    private static ulong Bits(AttributeScores scores)
    {
        var bits = (ulong)scores.Count;
        for (var index = 0; index < scores.Count; index++)
        {
            bits = (bits * 31) + BitConverter.DoubleToUInt64Bits(scores[index].Score);
        }

        return bits;
    }

    private static string Newest(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Max(StringComparer.Ordinal) ?? throw new FileNotFoundException($"{pattern} is missing in {folder}.");
}
