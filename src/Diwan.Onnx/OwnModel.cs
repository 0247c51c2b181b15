using System.Collections.Frozen;
using System.Security.Cryptography;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Signals.Own;
using Diwan.Moderation.Text;
using Diwan.Onnx.Configuration;

namespace Diwan.Onnx;

/// <summary>A publisher's own classifier: an ONNX graph with its tokenizer, as <c>models/own.yaml</c> describes it.</summary>
/// <remarks>Longer texts are read in pieces and an attribute counts with its highest score: what stands at the end is judged too.</remarks>
public sealed class OwnModel : IOwnModel, IDisposable
{
    /// <summary>Name of the settings below a data folder.</summary>
    public const string SettingsFile = "models/own.yaml";

    // Beyond this a probability's log-odds say nothing more.
    private const double LeastProbability = 1e-7;

    private readonly OwnModelSettings settings;
    private readonly TokenIds tokenIds;
    private readonly OnnxSession session;
    private readonly FrozenSet<string> languages;

    private OwnModel(OwnModelSettings settings, TokenIds tokenIds, OnnxSession session, string sha256)
    {
        (this.settings, this.tokenIds, this.session) = (settings, tokenIds, session);
        languages = settings.Languages.ToFrozenSet(StringComparer.Ordinal);
        Version = $"{settings.Name}-{sha256[..12]}";
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public bool InPlaceOfOurs => settings.Mode is OwnModelMode.Instead;

    /// <inheritdoc/>
    public IReadOnlyList<string> Attributes => [.. settings.Scores.Select(score => score.Attribute)];

    /// <summary>Loads the model that a data folder describes; null where it describes none.</summary>
    /// <exception cref="InvalidDataException">The settings, the vocabulary or the graph cannot be used; the message says which and why.</exception>
    public static OwnModel? Load(string dataFolder)
    {
        var path = Path.Combine(dataFolder, SettingsFile);
        if (!File.Exists(path)) return null;
        try
        {
            var settings = OwnModelYaml.Read(File.ReadAllText(path));
            var graph = Beside(path, settings.File);
            return Load(settings, TokenIds.Load(settings.Tokenizer, Beside(path, settings.Tokenizer.File)), graph);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            // A site must not start with less judgement than its publisher believes it has.
            throw new InvalidDataException($"{SettingsFile}: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public bool Speaks(IdentifiedLanguage language) => languages.Count == 0 || languages.Contains(language.Code);

    /// <inheritdoc/>
    public IReadOnlyList<AttributeScore> Score(NormalizedText text)
    {
        var highest = new double[settings.Scores.Count];
        foreach (var row in tokenIds.Rows(text.Original))
        {
            var numbers = session.Run(row);
            if (!numbers.All(float.IsFinite)) throw new InvalidOperationException("the model answered with what is no number");
            for (var place = 0; place < highest.Length; place++)
            {
                var score = settings.Scores[place];
                var probability = new Calibration(score.Slope, score.Shift).Apply(LogOdds(numbers, score.Index));
                highest[place] = Math.Max(highest[place], probability);
            }
        }

        return [.. settings.Scores.Select((score, place) => new AttributeScore(score.Attribute, highest[place]))];
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private static OwnModel Load(OwnModelSettings settings, TokenIds tokenIds, string graph)
    {
        var session = OnnxSession.Open(graph, settings);
        using var bytes = File.OpenRead(graph);
        var model = new OwnModel(settings, tokenIds, session, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        try
        {
            model.Try();
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    // A graph of another shape than the settings say shows at once, not at the first reader's comment.
    private void Try()
    {
        float[] numbers;
        try
        {
            numbers = session.Run(tokenIds.Rows("A first comment.").First());
        }
        catch (Exception exception)
        {
            throw new InvalidDataException($"{settings.File} cannot be run: {exception.Message}", exception);
        }

        var beyond = settings.Scores.FirstOrDefault(score => score.Index >= numbers.Length);
        if (beyond is not null) throw new InvalidDataException($"{beyond.Attribute}: index {beyond.Index}, but the output has {numbers.Length} numbers");
        if (!numbers.All(float.IsFinite)) throw new InvalidDataException($"{settings.File} answers with what is no number");
    }

    private double LogOdds(float[] numbers, int index) => settings.Activation switch
    {
        Activation.Sigmoid => numbers[index],
        Activation.Softmax => numbers[index] - LogSumOfOthers(numbers, index),
        _ => Math.Log(Math.Clamp(numbers[index], LeastProbability, 1 - LeastProbability)) - Math.Log(1 - Math.Clamp(numbers[index], LeastProbability, 1 - LeastProbability)),
    };

    private static double LogSumOfOthers(float[] numbers, int index)
    {
        var others = numbers.Where((_, place) => place != index).Select(number => (double)number).DefaultIfEmpty(0).ToArray();
        var greatest = others.Max();
        return greatest + Math.Log(others.Sum(number => Math.Exp(number - greatest)));
    }

    private static string Beside(string settingsPath, string file)
    {
        var path = Path.Combine(Path.GetDirectoryName(settingsPath)!, file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"there is no file '{file}' beside it");
    }
}
