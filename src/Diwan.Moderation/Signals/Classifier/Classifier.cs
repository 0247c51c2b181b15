using System.Security.Cryptography;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Scores texts with a trained model: calibrated estimates of the share of readers who would say yes, one an
/// attribute, and the words they rest on. Immutable; any number of threads may use one.</summary>
/// <remarks>Same text and same model give the same bits on every machine: whole-number sums, fixed order, own exponential.</remarks>
public sealed class Classifier
{
    private readonly Network network;
    private readonly Explainer explainer;
    private readonly Dictionary<string, (int[] Places, Calibration[] Calibrations)> supported;
    private readonly int[] outputs, topics;
    private readonly int toxicity, insult, identityAttack;

    private Classifier(ClassifierModel model, string sha256)
    {
        (Version, Sha256) = (model.Version, sha256);
        network = new Network(model);
        explainer = new Explainer(network, model.SpanWeights);
        outputs = [.. AttributeInfo.All.Select(info => network.Mixture.IndexOf(info.Name))];
        topics = [.. AttributeInfo.All.Select(info => DerivedAttributes.TopicOf(info.Name) is { } topic ? network.Mixture.IndexOf(topic) : -1)];
        (toxicity, insult, identityAttack) = (Place(Attributes.Toxicity), Place(Attributes.Insult), Place(Attributes.IdentityAttack));
        var languages = AttributeInfo.All.SelectMany(info => info.Languages).Append("und").Distinct().ToArray();
        supported = languages.ToDictionary(code => code, code => (
            AttributeInfo.All.Index().Where(pair => pair.Item.Supports(code)).Select(pair => pair.Index).ToArray(),
            AttributeInfo.All.Select(info => CalibrationOf(model, info.Name, code)).ToArray()));
    }

    /// <summary>The model's version, named in every response and decision.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the model file's bytes, in small hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Loads a model from its bytes.</summary>
    /// <exception cref="InvalidDataException">They are not a model this version reads.</exception>
    public static Classifier Load(ReadOnlySpan<byte> model)
    {
        using var stream = new MemoryStream(model.ToArray());
        return Load(stream);
    }

    /// <summary>Loads a model from a stream, read to its end.</summary>
    /// <exception cref="InvalidDataException">It is not a model this version reads.</exception>
    public static Classifier Load(Stream model)
    {
        // Read and hashed at once: a second copy of the bytes would be most of what the process ever holds.
        using var sha = SHA256.Create();
        using var hashed = new CryptoStream(model, sha, CryptoStreamMode.Read, leaveOpen: true);
        var read = ClassifierModel.Read(hashed);
        hashed.CopyTo(Stream.Null);
        return new Classifier(read, Convert.ToHexStringLower(sha.Hash!));
    }

    /// <summary>True when <paramref name="attribute"/> is given for <paramref name="language"/>.</summary>
    public bool Supports(string attribute, string language)
        => supported.TryGetValue(language, out var known) && known.Places.Contains(Place(attribute));

    /// <summary>All attributes that the language supports, in the order of <see cref="AttributeInfo.All"/>; empty for other languages.</summary>
    public AttributeScores Score(NormalizedText text, IdentifiedLanguage language)
    {
        if (!supported.TryGetValue(language.Code, out var known))
        {
            return new AttributeScores([]);
        }

        Span<double> scores = stackalloc double[AttributeInfo.All.Count];
        Fill(text, known.Places, known.Calibrations, network.Score(text), scores);
        var result = new AttributeScore[known.Places.Length];
        for (var next = 0; next < result.Length; next++)
        {
            result[next] = new AttributeScore(AttributeInfo.All[known.Places[next]].Name, scores[known.Places[next]]);
        }

        return new AttributeScores(result);
    }

    /// <summary>The words that <paramref name="attribute"/>'s score rests on, in reading order; empty when the language does not
    /// support it, or when it rests on the text as a whole.</summary>
    public IReadOnlyList<ScoredSpan> Explain(NormalizedText text, IdentifiedLanguage language, string attribute)
    {
        var output = Supports(attribute, language.Code) ? outputs[Place(attribute)] : -1;
        output = output < 0 && Supports(attribute, language.Code) ? topics[Place(attribute)] : output;
        return output < 0 ? [] : explainer.Explain(text, attribute, output);
    }

    private static int Place(string attribute)
    {
        for (var place = 0; place < AttributeInfo.All.Count; place++)
        {
            if (AttributeInfo.All[place].Name == attribute)
            {
                return place;
            }
        }

        return -1;
    }

    // Trained attributes first, since the derived ones rest on three of them, which every language has.
    private void Fill(NormalizedText text, int[] places, Calibration[] calibrations, ReadOnlySpan<double> raw, Span<double> scores)
    {
        foreach (var place in places)
        {
            scores[place] = outputs[place] < 0 ? 0 : calibrations[place].Apply(LogOdds(raw[outputs[place]]));
        }

        foreach (var place in places)
        {
            if (AttributeInfo.All[place].Derived)
            {
                var topic = topics[place] < 0 ? 0 : raw[topics[place]];
                scores[place] = DerivedAttributes.Score(
                    AttributeInfo.All[place].Name, topic, scores[toxicity], scores[insult], scores[identityAttack], text);
            }
        }
    }

    /// <summary>The log-odds of a raw probability, held within ±12.</summary>
    internal static double LogOdds(double probability) => FixedMath.Log(Math.Clamp(probability, 6e-6, 1 - 6e-6))
        - FixedMath.Log(1 - Math.Clamp(probability, 6e-6, 1 - 6e-6));

    /// <summary>The probabilities before calibration, for fitting one.</summary>
    internal Network Network => network;

    private static Calibration CalibrationOf(ClassifierModel model, string attribute, string language)
    {
        var index = Array.IndexOf(model.CalibrationNames, $"{attribute}/{language}");
        index = index < 0 ? Array.IndexOf(model.CalibrationNames, $"{attribute}/en") : index;
        return index < 0 ? Calibration.None : new Calibration(model.CalibrationSlopes[index], model.CalibrationShifts[index]);
    }
}
