using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The n-gram tower, ready to score: sums of eight-bit vectors in whole numbers, so the order of adding and the
/// width of the machine's registers cannot show in the result.</summary>
/// <param name="table">One row of <see cref="Size"/> numbers for each hashed n-gram.</param>
/// <param name="scales">What one unit of each dimension is worth.</param>
internal sealed class NgramTower(sbyte[] table, float[] scales)
{
    /// <summary>Dimensions of a vector; a multiple of sixteen.</summary>
    public int Size => scales.Length;

    /// <summary>Leaves in <paramref name="input"/> the sum over the text, the strongest word in each dimension, and the
    /// sum over its habits; and in <paramref name="strongest"/> which token that word was, −1 for none.</summary>
    public void Pool(TextFeatures features, Span<float> input, Span<int> strongest)
    {
        Span<int> sum = stackalloc int[Size];
        Span<short> word = stackalloc short[Size], most = stackalloc short[Size];
        sum.Clear();
        most.Clear();
        strongest.Fill(-1);
        var grams = features.Grams.AsSpan(0, features.GramCount);
        for (var index = 0; index < features.TokenCount; index++)
        {
            ref readonly var token = ref features.Tokens[index];
            Sum(grams[token.FirstGram..token.EndGram], word);
            AddTo(sum, word);
            KeepStrongest(word, most, strongest, index);
        }

        var scale = Root(features.FirstHabit);
        for (var dimension = 0; dimension < Size; dimension++)
        {
            input[dimension] = sum[dimension] * scales[dimension] * scale;
            input[Size + dimension] = most[dimension] * scales[dimension];
        }

        PoolHabits(grams[features.FirstHabit..], sum, word, input[(2 * Size)..]);
    }

    /// <summary>One over the root of how many features were added.</summary>
    public static float Root(int count) => 1 / MathF.Sqrt(Math.Max(1, count));

    /// <summary>The vector of one token, as it enters the sums.</summary>
    public void Word(ReadOnlySpan<int> grams, Span<float> vector)
    {
        Span<short> word = stackalloc short[Size];
        Sum(grams, word);
        for (var dimension = 0; dimension < Size; dimension++)
        {
            vector[dimension] = word[dimension] * scales[dimension];
        }
    }

    // 200 features of at most 127 fit in 16 bits; a token has at most 128 (forty letters).
    private void PoolHabits(ReadOnlySpan<int> habits, Span<int> sum, Span<short> part, Span<float> input)
    {
        const int AtOnce = 200;
        sum.Clear();
        for (var start = 0; start < habits.Length; start += AtOnce)
        {
            Sum(habits.Slice(start, Math.Min(AtOnce, habits.Length - start)), part);
            AddTo(sum, part);
        }

        var scale = Root(habits.Length);
        for (var dimension = 0; dimension < Size; dimension++)
        {
            input[dimension] = sum[dimension] * scales[dimension] * scale;
        }
    }

    private void Sum(ReadOnlySpan<int> grams, Span<short> total)
    {
        total.Clear();
        var lanes = MemoryMarshal.Cast<short, Vector128<short>>(total);
        foreach (var gram in grams)
        {
            var row = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(table.AsSpan(gram * Size, Size));
            for (var lane = 0; lane < row.Length; lane++)
            {
                var (low, high) = Vector128.Widen(row[lane]);
                lanes[2 * lane] += low;
                lanes[(2 * lane) + 1] += high;
            }
        }
    }

    private static void AddTo(Span<int> sum, ReadOnlySpan<short> part)
    {
        for (var dimension = 0; dimension < part.Length; dimension++)
        {
            sum[dimension] += part[dimension];
        }
    }

    private static void KeepStrongest(ReadOnlySpan<short> word, Span<short> most, Span<int> strongest, int token)
    {
        var candidates = MemoryMarshal.Cast<short, Vector128<short>>(word);
        var best = MemoryMarshal.Cast<short, Vector128<short>>(most);
        for (var lane = 0; lane < candidates.Length; lane++)
        {
            var better = Vector128.GreaterThan(candidates[lane], best[lane]);
            if (better == Vector128<short>.Zero)
            {
                continue;
            }

            best[lane] = Vector128.Max(candidates[lane], best[lane]);
            for (var bits = better.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                strongest[(lane * 8) + int.TrailingZeroCount((int)bits)] = token;
            }
        }
    }
}
