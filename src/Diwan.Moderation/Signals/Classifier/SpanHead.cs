namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Which words make a comment toxic: one weighted sum over what both towers hold of a word. Learnt from texts
/// whose readers marked the characters.</summary>
internal static class SpanHead
{
    // A row of the word table counts in sixty-fourths, to be of the size of the other inputs.
    private const float Unit = 1f / 64;

    /// <summary>Weights it has for n-gram vectors of <paramref name="size"/> dimensions: the word's vector; its own row and its
    /// neighbours' rows of the word table; its contribution, the text's toxicity and a constant.</summary>
    public static int Weights(int size) => size + (3 * WordFilters.Columns) + 8;

    /// <summary>Log-odds that a token belongs to a toxic span.</summary>
    public static float Logit(Network network, Workspace space, float[] weights, int token, float contribution, float toxicity)
    {
        Span<float> input = stackalloc float[weights.Length];
        Input(network, space, token, contribution, toxicity, input);
        return Lanes.Dot(input, weights);
    }

    /// <summary>What the sum is taken over.</summary>
    public static void Input(Network network, Workspace space, int token, float contribution, float toxicity, Span<float> input)
    {
        input.Clear();
        var size = network.Ngrams.Size;
        ref readonly var read = ref space.Features.Tokens[token];
        network.Ngrams.Word(space.Features.Grams.AsSpan(read.FirstGram, read.EndGram - read.FirstGram), input[..size]);
        for (var place = -1; place <= 1; place++)
        {
            var neighbour = token + place;
            if (neighbour >= 0 && neighbour < space.Features.TokenCount)
            {
                var row = network.Words.RowOf(space.Features.Tokens[neighbour].Hash);
                network.Words.Row(row, Unit, input.Slice(size + ((place + 1) * WordFilters.Columns), WordFilters.Columns));
            }
        }

        var rest = input[^8..];
        (rest[0], rest[1], rest[2]) = (contribution, toxicity, 1);
    }
}
