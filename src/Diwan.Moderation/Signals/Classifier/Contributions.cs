namespace Diwan.Moderation.Signals.Classifier;

/// <summary>How much each token adds to one output's log-odds: the network is linear in its tokens once it is known which
/// hidden units and strongest places are at work, so the parts add up.</summary>
internal static class Contributions
{
    /// <summary>Fills one number a token, from what scoring the window left in <paramref name="space"/>.</summary>
    public static void Of(Network network, Workspace space, int output, Span<float> contributions)
    {
        contributions.Clear();
        Span<float> slopes = stackalloc float[network.Mixture.Logits];
        network.Mixture.Slopes(space.Logits, output, slopes);
        AddNgrams(network, space, slopes, contributions);
        AddWords(network, space, slopes, contributions);
    }

    private static void AddNgrams(Network network, Workspace space, ReadOnlySpan<float> slopes, Span<float> contributions)
    {
        var size = network.Ngrams.Size;
        Span<float> input = stackalloc float[size * 3], vector = stackalloc float[size];
        network.NgramLayer.Slopes(slopes, space.NgramState.AsSpan(0, network.NgramLayer.Hidden), input);
        var root = NgramTower.Root(space.Features.FirstHabit);
        for (var token = 0; token < contributions.Length; token++)
        {
            ref readonly var read = ref space.Features.Tokens[token];
            network.Ngrams.Word(space.Features.Grams.AsSpan(read.FirstGram, read.EndGram - read.FirstGram), vector);
            contributions[token] += root * Lanes.Dot(vector, input[..size]);
        }

        for (var dimension = 0; dimension < size; dimension++)
        {
            if (space.Strongest[dimension] >= 0)
            {
                contributions[space.Strongest[dimension]] += input[size + dimension] * space.NgramInput[size + dimension];
            }
        }
    }

    private static void AddWords(Network network, Workspace space, ReadOnlySpan<float> slopes, Span<float> contributions)
    {
        Span<float> input = stackalloc float[WordFilters.Count];
        network.WordLayer.Slopes(slopes, space.WordState.AsSpan(0, network.WordLayer.Hidden), input);
        int column = 0, filter = 0;
        for (var width = 1; width <= WordFilters.PerWidth.Length; width++)
        {
            var filters = WordFilters.PerWidth[width - 1];
            for (var index = 0; index < filters; index++)
            {
                var first = space.Places[filter + index];
                for (var place = 0; place < width && first >= 0; place++)
                {
                    var row = network.Words.RowOf(space.Features.Tokens[first + place].Hash);
                    contributions[first + place] += input[filter + index] * network.Words.Scale(filter + index)
                        * network.Words.At(row, column + (place * filters) + index);
                }
            }

            column += width * filters;
            filter += filters;
        }
    }
}
