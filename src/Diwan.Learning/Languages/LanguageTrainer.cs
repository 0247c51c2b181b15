using Diwan.Moderation.Text.Languages;

namespace Diwan.Learning.Languages;

/// <summary>Trains the language model of one script: multinomial logistic regression with AdaGrad.</summary>
/// <remarks>One thread, a fixed sequence of texts, and only arithmetic that is exact to the bit on every machine: the same rows give the same file.</remarks>
internal sealed class LanguageTrainer
{
    private const double Rate = 0.25;
    private const float LargestWeight = 127f / LanguageModel.StepsPerUnit;

    // Every language is drawn equally often, but those that most comments are in twice: a doubtful Sorani text is Sorani far more often
    // than Hawrami or Southern Kurdish, a doubtful English one English rather than any language known by its common words alone.
    private static readonly HashSet<string> Likely = ["ar", "ckb", "en", "fa", "kmr", "tr"];

    private readonly WritingSystem system;
    private readonly TrainingTexts[] languages;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly int[] buckets = new int[(TextSample.Length + 1) * LanguageFeatures.PerCharacter];
    private readonly double[] probabilities;

    public LanguageTrainer(WritingSystem system, IReadOnlyList<TrainingTexts> languages)
    {
        (this.system, this.languages) = (system, [.. languages]);
        weights = new float[languages.Count << LanguageFeatures.BucketBits];
        squares = new float[weights.Length];
        probabilities = new double[languages.Count];
    }

    /// <summary>Learns from <paramref name="rounds"/> texts of each language, twice as many of the likely ones, and rounds the weights to 8 bits.</summary>
    public LanguageModel Train(int rounds, ulong seed)
    {
        var random = new RandomSequence(seed);
        for (var round = 0; round < rounds; round++)
        {
            // The step shrinks to a tenth, so that the last texts seen weigh no more than the first.
            var rate = Rate * (1 - (0.9 * round / rounds));
            for (var language = 0; language < languages.Length; language++)
            {
                for (var draw = Likely.Contains(languages[language].Language) ? 2 : 1; draw > 0; draw--)
                {
                    Learn(languages[language].Next(random), language, rate);
                }
            }
        }

        var rounded = Array.ConvertAll(weights, weight => (sbyte)MathF.Round(weight * LanguageModel.StepsPerUnit));
        return new(system, [.. languages.Select(texts => texts.Language)], rounded);
    }

    private void Learn(string text, int truth, double rate)
    {
        Span<char> buffer = stackalloc char[TextSample.Length];
        var count = LanguageFeatures.Extract(TextSample.Take(text, buffer), system, buckets);
        if (count == 0)
        {
            return;
        }

        var evidence = buckets.AsSpan(0, count);
        var unit = 1 / Math.Sqrt(count);
        Predict(evidence, unit);
        probabilities[truth] -= 1;
        for (var language = 0; language < languages.Length; language++)
        {
            var gradient = (float)(probabilities[language] * unit);
            if (MathF.Abs(gradient) > 1e-5f)
            {
                Step(evidence, language, gradient, (float)rate);
            }
        }
    }

    private void Step(ReadOnlySpan<int> evidence, int language, float gradient, float rate)
    {
        foreach (var bucket in evidence)
        {
            var at = (bucket * languages.Length) + language;
            squares[at] += gradient * gradient;
            var moved = weights[at] - (rate * gradient / (MathF.Sqrt(squares[at]) + 1e-3f));
            weights[at] = Math.Clamp(moved, -LargestWeight, LargestWeight);
        }
    }

    private void Predict(ReadOnlySpan<int> evidence, double unit)
    {
        Array.Clear(probabilities);
        foreach (var bucket in evidence)
        {
            for (var language = 0; language < languages.Length; language++)
            {
                probabilities[language] += weights[(bucket * languages.Length) + language];
            }
        }

        var (highest, total) = (probabilities.Max(), 0.0);
        for (var language = 0; language < languages.Length; language++)
        {
            probabilities[language] = Exponential.OfNegative((probabilities[language] - highest) * unit);
            total += probabilities[language];
        }

        for (var language = 0; language < languages.Length; language++)
        {
            probabilities[language] /= total;
        }
    }
}
