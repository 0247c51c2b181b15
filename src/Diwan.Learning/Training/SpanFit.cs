using Diwan.Learning.Sets;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Training;

/// <summary>Teaches the span head from texts whose readers marked what makes them toxic.</summary>
internal static class SpanFit
{
    private const int Passes = 6;
    private const float Rate = 0.02f, Decay = 1e-6f, Favour = 1.3f;

    /// <summary>The span head's weights for the two towers of <paramref name="network"/>.</summary>
    public static float[] Fit(Network network, IReadOnlyList<LabelledRow> rows)
    {
        var size = network.Ngrams.Size;
        var weights = new float[SpanHead.Weights(size)];
        var squares = new float[weights.Length];
        var input = new float[weights.Length];
        var random = new SeededRandom(5);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var output = network.Mixture.IndexOf(Attributes.Toxicity);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                Learn(network, rows[index], output, weights, squares, input, Rate * (1 - (pass / (float)Passes)));
            }
        }

        return weights;
    }

    private static void Learn(Network network, LabelledRow row, int output, float[] weights, float[] squares, float[] input, float rate)
    {
        var normalized = NormalizedText.From(row.Text);
        var text = normalized.Undone;
        var space = network.Space;
        network.Score(normalized, 0, Network.WindowFrom(text.Folded, 0), space);
        var contributions = new float[space.Features.TokenCount];
        Contributions.Of(network, space, output, contributions);
        for (var token = 0; token < contributions.Length; token++)
        {
            var read = space.Features.Tokens[token];
            var span = text.ToOriginal(read.Start, read.End - read.Start);
            var inside = row.Spans!.Any(marked => marked.Start < span.End && span.Start < marked.End);
            SpanHead.Input(network, space, token, contributions[token], (float)space.Window[output], input);
            var error = (float)FixedMath.Sigmoid(Lanes.Dot(input, weights)) - (inside ? 1 : 0);
            Descent.Step(weights, squares, inside ? error * Favour : error, input, rate);
            for (var index = 0; index < weights.Length; index++)
            {
                weights[index] *= 1 - Decay;
            }
        }
    }
}
