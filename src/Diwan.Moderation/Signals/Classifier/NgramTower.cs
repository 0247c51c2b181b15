using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The n-gram tower, ready to score: sums of eight-bit vectors in whole numbers, so the order of adding and the
/// width of the machine's registers cannot show in the result.</summary>
internal sealed class NgramTower
{
    /// <summary>Vectors are a multiple of this long: what fits into four registers as sixteen-bit sums, and a line of the cache.</summary>
    public const int Block = 64;

    private readonly sbyte[] table;
    private readonly int first;
    private readonly float[] scales;

    /// <param name="table">One row of <see cref="Size"/> numbers for each hashed n-gram.</param>
    /// <param name="scales">What one unit of each dimension is worth.</param>
    public NgramTower(sbyte[] table, float[] scales)
    {
        this.scales = scales;

        // A row that begins where a line of the cache begins is fetched at once and not in two halves.
        this.table = GC.AllocateUninitializedArray<sbyte>(table.Length + Block, pinned: true);
        first = Block - (int)(Marshal.UnsafeAddrOfPinnedArrayElement(this.table, 0) % Block);
        table.CopyTo(this.table, first);
    }

    /// <summary>Dimensions of a vector; a multiple of <see cref="Block"/>.</summary>
    public int Size => scales.Length;

    /// <summary>Leaves in the first two thirds of <paramref name="input"/> the sum over the text and the strongest word in each dimension; and in
    /// <paramref name="strongest"/> which token that word was, −1 for none.</summary>
    public void PoolWords(TextFeatures features, Span<float> input, Span<int> strongest)
    {
        Span<short> most = stackalloc short[Block], place = stackalloc short[Block];
        Span<int> sum = stackalloc int[Block];
        ReadOnlySpan<int> grams = features.Grams.AsSpan(0, features.GramCount);
        for (var start = 0; start < Size; start += Block)
        {
            most.Clear();
            place.Fill(-1);
            sum.Clear();
            for (var index = 0; index < features.TokenCount; index++)
            {
                ref readonly var token = ref features.Tokens[index];
                var word = Sum(grams[token.FirstGram..token.EndGram], start);
                word.AddTo(sum);
                word.KeepStrongest(most, place, (short)index);
            }

            Scale(sum, start, Root(features.FirstHabit), input);
            for (var dimension = 0; dimension < Block; dimension++)
            {
                input[Size + start + dimension] = most[dimension] * scales[start + dimension];
                strongest[start + dimension] = place[dimension];
            }
        }
    }

    /// <summary>Leaves in the last third of <paramref name="input"/> the sum over the text's habits.</summary>
    public void PoolHabits(TextFeatures features, Span<float> input)
    {
        // 200 features of at most 127 fit in 16 bits; a token has at most 128 (forty letters).
        const int AtOnce = 200;
        Span<int> sum = stackalloc int[Block];
        var habits = features.Grams.AsSpan(features.FirstHabit, features.GramCount - features.FirstHabit);
        for (var block = 0; block < Size; block += Block)
        {
            sum.Clear();
            for (var start = 0; start < habits.Length; start += AtOnce)
            {
                Sum(habits.Slice(start, Math.Min(AtOnce, habits.Length - start)), block).AddTo(sum);
            }

            Scale(sum, block, Root(habits.Length), input[(2 * Size)..]);
        }
    }

    /// <summary>One over the root of how many features were added.</summary>
    public static float Root(int count) => 1 / MathF.Sqrt(Math.Max(1, count));

    /// <summary>The vector of one token, as it enters the sums.</summary>
    public void Word(ReadOnlySpan<int> grams, Span<float> vector)
    {
        Span<int> sum = stackalloc int[Block];
        for (var start = 0; start < Size; start += Block)
        {
            sum.Clear();
            Sum(grams, start).AddTo(sum);
            Scale(sum, start, 1, vector);
        }
    }

    private void Scale(ReadOnlySpan<int> sum, int start, float factor, Span<float> values)
    {
        for (var dimension = 0; dimension < Block; dimension++)
        {
            values[start + dimension] = sum[dimension] * scales[start + dimension] * factor;
        }
    }

    private BlockSum Sum(ReadOnlySpan<int> grams, int start)
    {
        ReadOnlySpan<sbyte> rows = table.AsSpan(first + start);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<short> low = default, high = default;
            foreach (var gram in grams)
            {
                var row = MemoryMarshal.Cast<sbyte, Vector256<sbyte>>(rows.Slice(gram * scales.Length, Block));
                low += Vector512.WidenLower(row[0].ToVector512Unsafe());
                high += Vector512.WidenLower(row[1].ToVector512Unsafe());
            }

            return new BlockSum(low.GetLower(), low.GetUpper(), high.GetLower(), high.GetUpper());
        }

        Vector256<short> a = default, b = default, c = default, d = default;
        foreach (var gram in grams)
        {
            var row = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(rows.Slice(gram * scales.Length, Block));
            a += BlockSum.Widen(row[0]);
            b += BlockSum.Widen(row[1]);
            c += BlockSum.Widen(row[2]);
            d += BlockSum.Widen(row[3]);
        }

        return new BlockSum(a, b, c, d);
    }
}
