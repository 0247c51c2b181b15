using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>The word tower: filters over one, two and three neighbouring words, each keeping its strongest place.
/// A filter is linear in each word, so once trained its work is stored ready-made per word (see the model file).</summary>
internal sealed class WordTrainer
{
    private const int LongestLearnt = 100;
    private readonly int size;
    private readonly float[] rowSquares, filterSquares, biasSquares, projected, input, inputSlope, vectorSlopes;
    private readonly int[] strongest, words;
    private readonly SeededRandom random;
    private readonly HiddenHeads upper;

    public WordTrainer(float[] vectors, int size, int hidden, HeadPlan plan, ulong seed)
    {
        (Vectors, this.size) = (vectors, size);
        random = new SeededRandom(seed);
        Weights = new float[size * WordFilters.Columns];
        random.Fill(Weights, MathF.Sqrt(3f / (size * 2)));
        Bias = new float[WordFilters.Count];
        (rowSquares, filterSquares, biasSquares) = (new float[vectors.Length / size], new float[Weights.Length], new float[WordFilters.Count]);
        projected = new float[LongestLearnt * WordFilters.Columns];
        (input, inputSlope, vectorSlopes) = (new float[WordFilters.Count], new float[WordFilters.Count], new float[LongestLearnt * size]);
        (strongest, words) = (new int[WordFilters.Count], new int[LongestLearnt]);
        upper = new HiddenHeads(WordFilters.Count, hidden, plan.Count, plan.Domains.Count, random);
    }

    /// <summary>One vector a word; row 0 stands for a word that is hidden.</summary>
    public float[] Vectors { get; }

    /// <summary>Rows of <see cref="Vectors"/>.</summary>
    public int Rows => rowSquares.Length;

    /// <summary>Column × vector: one row a column.</summary>
    public float[] Weights { get; }

    /// <summary>One a filter.</summary>
    public float[] Bias { get; }

    /// <summary>Hidden layer and heads.</summary>
    public HiddenHeads Upper => upper;

    /// <summary>Reads a row, words and filters hidden at random: what <see cref="Upper"/> says next is about it.</summary>
    public void Look(Example example, float dropWords, float dropFilters)
    {
        var count = Math.Min(example.Words.Length, LongestLearnt);
        for (var token = 0; token < count; token++)
        {
            words[token] = random.NextFraction() < dropWords ? 0 : example.Words[token];
        }

        Pool(count);
        foreach (ref var value in input.AsSpan())
        {
            value = random.NextFraction() < dropFilters ? 0 : value / (1 - dropFilters);
        }

        upper.See(input);
    }

    /// <summary>Learns from one row; words and filters are hidden at random.</summary>
    public void Learn(Example example, float dropWords, float dropFilters, float domainWeight, float tableRate, float rate)
    {
        Look(example, dropWords, dropFilters);
        upper.Learn(input, example.Targets, domainWeight, rate, inputSlope);
        for (var filter = 0; filter < WordFilters.Count; filter++)
        {
            inputSlope[filter] = input[filter] > 0 ? inputSlope[filter] / (1 - dropFilters) : 0;
        }

        LearnFilters(Math.Min(example.Words.Length, LongestLearnt), tableRate, rate);
        for (var filter = 0; filter < WordFilters.Count; filter++)
        {
            biasSquares[filter] += inputSlope[filter] * inputSlope[filter];
            Bias[filter] -= rate * inputSlope[filter] / MathF.Sqrt(biasSquares[filter] + 1e-6f);
        }
    }

    /// <summary>What the word in <paramref name="row"/> contributes to every column.</summary>
    public void Project(int row, Span<float> columns)
    {
        columns.Clear();
        for (var column = 0; column < WordFilters.Columns && row != 0; column++)
        {
            columns[column] = Lanes.Dot(Weights.AsSpan(column * size, size), Vectors.AsSpan(row * size, size));
        }
    }

    // Each filter learns from its strongest place alone, and passes its slope on to the words there.
    private void LearnFilters(int count, float tableRate, float rate)
    {
        var slopes = vectorSlopes.AsSpan(0, count * size);
        slopes.Clear();
        for (int width = 1, column = 0, filter = 0; width <= WordFilters.PerWidth.Length; filter += WordFilters.PerWidth[width - 1], width++)
        {
            for (var place = 0; place < width; place++)
            {
                for (var index = 0; index < WordFilters.PerWidth[width - 1]; index++, column++)
                {
                    var slope = inputSlope[filter + index];
                    var token = strongest[filter + index] + place;
                    if (slope == 0 || words[token] == 0)
                    {
                        continue;
                    }

                    var weights = Weights.AsSpan(column * size, size);
                    Lanes.AddScaled(slope, weights, slopes.Slice(token * size, size));
                    Descent.Step(weights, filterSquares.AsSpan(column * size, size), slope, Vectors.AsSpan(words[token] * size, size), rate);
                }
            }
        }

        for (var token = 0; token < count; token++)
        {
            var slope = slopes.Slice(token * size, size);
            var square = Descent.MeanSquare(slope);
            if (square > 0)
            {
                var row = words[token];
                rowSquares[row] += square;
                Lanes.AddScaled(-tableRate / MathF.Sqrt(rowSquares[row] + 1e-9f), slope, Vectors.AsSpan(row * size, size));
            }
        }
    }

    private void Pool(int count)
    {
        for (var token = 0; token < count; token++)
        {
            Project(words[token], projected.AsSpan(token * WordFilters.Columns, WordFilters.Columns));
        }

        Array.Clear(input);
        Array.Fill(strongest, -8);
        for (int width = 1, column = 0, filter = 0; width <= WordFilters.PerWidth.Length; column += width * WordFilters.PerWidth[width - 1], filter += WordFilters.PerWidth[width - 1], width++)
        {
            for (var start = 0; start + width <= count; start++)
            {
                for (var index = 0; index < WordFilters.PerWidth[width - 1]; index++)
                {
                    var value = Bias[filter + index];
                    for (var place = 0; place < width; place++)
                    {
                        value += projected[((start + place) * WordFilters.Columns) + column + (place * WordFilters.PerWidth[width - 1]) + index];
                    }

                    if (value > input[filter + index])
                    {
                        (input[filter + index], strongest[filter + index]) = (value, start);
                    }
                }
            }
        }
    }
}
