using Diwan.Comments.Policies;
using Diwan.Moderation;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Lexicons;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Signals.Promotion;
using Diwan.Moderation.Signals.Relevance;
using Diwan.Moderation.Signals.Repetition;
using Diwan.Moderation.Text;
using Diwan.Moderation.Text.Languages;

namespace Diwan.Storage.Content;

/// <summary>What ships with the program for the engine: the default policy, lexicons and models, read once from their files.</summary>
public sealed class EngineContent
{
    // The one table among the lexicons that is none: invitations and hosts.
    private const string Promotion = "promotion.tsv";

    private readonly IReadOnlyList<IDetector> _detectors;
    private readonly IDetector _classifier;

    private EngineContent(
        string defaultPolicyYaml, ModerationPolicy defaultPolicy, IReadOnlyList<IDetector> detectors, ILanguageIdentifier languages, Classifier? classifier)
    {
        (DefaultPolicyYaml, DefaultPolicy) = (defaultPolicyYaml, defaultPolicy);
        (_detectors, Languages, Classifier) = (detectors, languages, classifier);
        _classifier = classifier is null ? new MissingClassifier() : new ClassifierDetector(classifier);
        Scorer = new(classifier, null);
    }

    private EngineContent(EngineContent shipped, IOwnModel own)
        : this(shipped.DefaultPolicyYaml, shipped.DefaultPolicy, shipped._detectors, shipped.Languages, shipped.Classifier)
    {
        _classifier = new OwnModelDetector(own, shipped._classifier);
        Scorer = new(shipped.Classifier, own);
    }

    /// <summary>The policy that ships with the program, as written.</summary>
    public string DefaultPolicyYaml { get; }

    /// <summary>The same, read.</summary>
    public ModerationPolicy DefaultPolicy { get; }

    /// <summary>Tells the language of a text.</summary>
    public ILanguageIdentifier Languages { get; }

    /// <summary>The classifier; null when the content folder has no model.</summary>
    public Classifier? Classifier { get; }

    /// <summary>Scores texts for programs that ask for scores alone, with the same models as the pipeline.</summary>
    public AttributeScorer Scorer { get; }

    /// <summary>Reads everything below a content folder.</summary>
    /// <exception cref="InvalidDataException">A file is not what it must be; the message names it.</exception>
    public static EngineContent Read(string folder)
    {
        var (yaml, policy) = ReadPolicy(folder);
        var lexicons = Path.Combine(folder, "lexicons");
        var model = Newest(folder, "diwan-*.bin");
        using var file = model is null ? null : File.OpenRead(model);
        var classifier = file is null ? null : Classifier.Load(file);
        IDetector[] detectors =
        [
            LexiconDetector.Create(Directory.EnumerateFiles(lexicons, "*.tsv").Order(StringComparer.Ordinal)
                .Where(path => Path.GetFileName(path) != Promotion)
                .Select(path => Lexicon.Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))),
            new PromotionDetector(PromotionTable.Parse(File.ReadAllText(Path.Combine(lexicons, Promotion)))),
            new RepetitionDetector(),
            new RelevanceDetector(),
        ];
        return new(yaml, policy, detectors, ReadLanguages(folder), classifier);
    }

    /// <summary>Reads the policy that ships with the program, as written and as understood.</summary>
    /// <exception cref="InvalidDataException">It is not valid; the message says why.</exception>
    public static (string Yaml, ModerationPolicy Policy) ReadPolicy(string folder)
    {
        var yaml = File.ReadAllText(Path.Combine(folder, "policies", "default.yaml"));
        return PolicyYaml.Read(yaml) switch
        {
            PolicyReading.Valid valid => (yaml, valid.Policy),
            PolicyReading.Invalid invalid => throw new InvalidDataException($"policies/default.yaml, {invalid.Problems[0]}"),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>Reads the newest language model below a content folder.</summary>
    public static ILanguageIdentifier ReadLanguages(string folder) => LanguageIdentifier.Load(
        File.ReadAllBytes(Newest(folder, "language-*.bin") ?? throw new InvalidDataException("models/language-*.bin is missing")));

    /// <summary>The same with a publisher's own model; unchanged where there is none.</summary>
    public EngineContent With(IOwnModel? own) => own is null ? this : new(this, own);

    /// <summary>The pipeline under a policy.</summary>
    public ModerationPipeline Compose(ModerationPolicy policy) => new(policy, [.. _detectors, _classifier], Scorer.Version, Languages);

    private static string? Newest(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(folder, "models"), pattern).Max(StringComparer.Ordinal);
}
