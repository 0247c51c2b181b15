using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Lexicons;
using Diwan.Moderation.Text;
using Diwan.Moderation.Text.Languages;

namespace Diwan.Bench.Scoring;

/// <summary>What every comment goes through: fold, language, word lists, all trained and derived attributes; and each part alone.</summary>
internal sealed class FastTier
{
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
    public (NormalizedText Text, IdentifiedLanguage Language) Prepare(string text) => (NormalizedText.From(text), languages.Identify(text));

    /// <summary>Folding alone.</summary>
    public static ulong Fold(string text)
    {
        using var borrowed = BorrowedText.Of(text);
        return (ulong)borrowed.Text.Units.Length;
    }

    /// <summary>Language identification alone.</summary>
    public ulong Identify(string text) => BitConverter.DoubleToUInt64Bits(languages.Identify(text).Confidence);

    /// <summary>Folding and the word lists, with the disguised readings that they look through.</summary>
    public ulong Lexicons(string text, IdentifiedLanguage language)
    {
        using var borrowed = BorrowedText.Of(text);
        signals.Clear();
        lexicons.Detect(borrowed.Text, TextField.Text, language.Code, signals);
        return (ulong)signals.Count;
    }

    /// <summary>The classifier alone, over a text already folded.</summary>
    public ulong Attributes(NormalizedText text, IdentifiedLanguage language) => Bits(Classifier.Score(text, language));

    /// <summary>The whole fast tier.</summary>
    public ulong All(string text)
    {
        using var borrowed = BorrowedText.Of(text);
        return Score(borrowed.Text, languages.Identify(text));
    }

    /// <summary>The whole fast tier, and the spans that toxicity rests on.</summary>
    public ulong AllWithSpans(string text)
    {
        using var borrowed = BorrowedText.Of(text);
        var language = languages.Identify(text);
        return Score(borrowed.Text, language) + (ulong)Classifier.Explain(borrowed.Text, language, Moderation.Signals.Attributes.Toxicity).Count;
    }

    private ulong Score(NormalizedText text, IdentifiedLanguage language)
    {
        signals.Clear();
        lexicons.Detect(text, TextField.Text, language.Code, signals);
        return Attributes(text, language) + (ulong)signals.Count;
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
