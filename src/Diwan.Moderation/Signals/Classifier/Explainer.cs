using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Finds the words a score rests on and names them by the author's own characters.</summary>
internal sealed class Explainer(Network network, float[] spanWeights)
{
    // A word is named when it carries at least this share of what the strongest word carries, and moves the log-odds at all.
    private const float LeastShare = 0.5f, LeastMove = 0.25f;

    /// <summary>The spans behind <paramref name="output"/>, in reading order; none when nothing stands out.</summary>
    public List<ScoredSpan> Explain(NormalizedText text, string attribute, int output)
    {
        var spans = new List<ScoredSpan>();
        var space = network.Space;
        Span<float> room = stackalloc float[TextFeatures.WindowLength];
        var reading = text.Undone;
        for (var start = 0; start < reading.Length && start < TextFeatures.WindowLength * 16;)
        {
            var length = Network.WindowFrom(reading.Units, start);
            network.Score(text, start, length, space);
            var weights = room[..space.Features.TokenCount];
            Contributions.Of(network, space, output, weights);
            if (attribute == Attributes.Toxicity)
            {
                ToSpanProbabilities(space, output, weights);
            }
            else
            {
                ToShares(space.Window[output], weights);
            }

            Collect(reading, attribute, space.Features, weights, spans);
            start += length;
        }

        return spans;
    }

    private void ToSpanProbabilities(Workspace space, int output, Span<float> weights)
    {
        var toxicity = (float)space.Window[output];
        for (var token = 0; token < weights.Length; token++)
        {
            weights[token] = (float)FixedMath.Sigmoid(SpanHead.Logit(network, space, spanWeights, token, weights[token], toxicity));
        }
    }

    private static void ToShares(double probability, Span<float> weights)
    {
        var top = LeastMove;
        foreach (var weight in weights)
        {
            top = Math.Max(top, weight);
        }

        foreach (ref var weight in weights)
        {
            weight = weight < LeastMove || weight < top * LeastShare ? 0 : Math.Max(0.5f, (float)(probability * weight / top));
        }
    }

    // Neighbouring words become one span, over the gap between them.
    private static void Collect(TextReading text, string attribute, TextFeatures features, ReadOnlySpan<float> weights, List<ScoredSpan> spans)
    {
        for (var token = 0; token < weights.Length; token++)
        {
            if (weights[token] < 0.5f)
            {
                continue;
            }

            int first = token, score = token;
            while (token + 1 < weights.Length && weights[token + 1] >= 0.5f)
            {
                token++;
                score = weights[token] > weights[score] ? token : score;
            }

            var start = features.Tokens[first].Start;
            var span = text.ToOriginal(start, features.Tokens[token].End - start);
            if (span.Length > 0)
            {
                spans.Add(new ScoredSpan(attribute, span, weights[score]));
            }
        }
    }
}
