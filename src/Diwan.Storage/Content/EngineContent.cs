using Diwan.Comments.Policies;
using Diwan.Moderation;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Promotion;
using Diwan.Moderation.Signals.Relevance;
using Diwan.Moderation.Signals.Repetition;
using Diwan.Moderation.Text;
using Diwan.Moderation.Text.Languages;

namespace Diwan.Storage.Content;

/// <summary>What ships with the program for the engine: the default policy, lexicons and models, read once from their files.</summary>
public sealed class EngineContent
{
    private readonly IReadOnlyList<IDetector> _detectors;
    private readonly ILanguageIdentifier _languages;

    private EngineContent(string defaultPolicyYaml, ModerationPolicy defaultPolicy, IReadOnlyList<IDetector> detectors, ILanguageIdentifier languages) =>
        (DefaultPolicyYaml, DefaultPolicy, _detectors, _languages) = (defaultPolicyYaml, defaultPolicy, detectors, languages);

    /// <summary>The policy that ships with the program, as written.</summary>
    public string DefaultPolicyYaml { get; }

    /// <summary>The same, read.</summary>
    public ModerationPolicy DefaultPolicy { get; }

    /// <summary>Reads everything below a content folder.</summary>
    /// <exception cref="InvalidDataException">A file is not what it must be; the message names it.</exception>
    public static EngineContent Read(string folder)
    {
        var yaml = File.ReadAllText(Path.Combine(folder, "policies", "default.yaml"));
        var policy = PolicyYaml.Read(yaml) switch
        {
            PolicyReading.Valid valid => valid.Policy,
            PolicyReading.Invalid invalid => throw new InvalidDataException($"policies/default.yaml, {invalid.Problems[0]}"),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
        var lexicons = Path.Combine(folder, "lexicons");
        IDetector[] detectors =
        [
            new PromotionDetector(PromotionTable.Parse(File.ReadAllText(Path.Combine(lexicons, "promotion.tsv")))),
            new RepetitionDetector(),
            new RelevanceDetector(),
        ];
        return new(yaml, policy, detectors, ReadLanguages(folder));
    }

    /// <summary>Reads the newest language model below a content folder.</summary>
    public static ILanguageIdentifier ReadLanguages(string folder) => LanguageIdentifier.Load(
        File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(folder, "models"), "language-*.bin").Max(StringComparer.Ordinal)
            ?? throw new InvalidDataException("models/language-*.bin is missing")));

    /// <summary>The pipeline under a policy.</summary>
    public ModerationPipeline Compose(ModerationPolicy policy) => new(policy, _detectors, modelVersion: "none", _languages);
}
