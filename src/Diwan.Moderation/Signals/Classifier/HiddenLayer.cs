using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The upper half of a tower, ready to score: one hidden layer (rectified) and all heads. Fixed-order arithmetic.</summary>
internal sealed class HiddenLayer
{
    /// <summary>Sums are worked out so many at a time; hidden units are a multiple of it.</summary>
    public const int Block = 32;

    private readonly float[] weights1, bias1, weights2, bias2, inward, outward;

    /// <param name="weights1">Input × hidden.</param>
    /// <param name="bias1">One a hidden unit.</param>
    /// <param name="weights2">Output × hidden.</param>
    /// <param name="bias2">One an output.</param>
    public HiddenLayer(float[] weights1, float[] bias1, float[] weights2, float[] bias2)
    {
        (this.weights1, this.bias1, this.weights2) = (weights1, bias1, weights2);
        Outputs = bias2.Length;
        this.bias2 = new float[Padded(Outputs)];
        bias2.CopyTo(this.bias2, 0);
        inward = Blocks(Inputs, Hidden, (input, unit) => weights1[(input * Hidden) + unit]);
        outward = Blocks(Hidden, Outputs, (unit, output) => weights2[(output * Hidden) + unit]);
    }

    /// <summary>Hidden units.</summary>
    public int Hidden => bias1.Length;

    /// <summary>Inputs.</summary>
    public int Inputs => weights1.Length / bias1.Length;

    /// <summary>Outputs: heads, then domains.</summary>
    public int Outputs { get; }

    /// <summary>How long a span for <paramref name="outputs"/> logits is: whole blocks.</summary>
    public static int Padded(int outputs) => (outputs + Block - 1) / Block * Block;

    /// <summary>Adds this tower's logits to <paramref name="logits"/> (<see cref="Padded"/> long); <paramref name="state"/> is left with the hidden units.</summary>
    public void AddLogits(ReadOnlySpan<float> input, Span<float> state, Span<float> logits)
    {
        bias1.CopyTo(state);
        AddRows(input, inward, state);
        foreach (ref var unit in state)
        {
            unit = Math.Max(unit, 0);
        }

        Lanes.AddScaled(1, bias2, logits);
        AddRows(state, outward, logits);
    }

    // Blocks of sums stay in registers while all their rows pass by. Each sum is added in the order of its rows, however many stand side by side, so the
    // width of the registers cannot show in the result.
    private static void AddRows(ReadOnlySpan<float> factors, float[] blocks, Span<float> sums)
    {
        Span<int> rows = stackalloc int[factors.Length];
        var used = rows[..NonZero(factors, rows)];
        var first = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; first + (3 * Block) <= sums.Length; first += 3 * Block)
            {
                AddThree(factors, used, blocks.AsSpan(first * factors.Length), sums[first..]);
            }
        }

        for (; first < sums.Length; first += Block)
        {
            AddOne(factors, used, blocks.AsSpan(first * factors.Length), sums[first..]);
        }
    }

    // Rectified units are zero as often as not, and no processor guesses which: the rows that count are listed first.
    private static int NonZero(ReadOnlySpan<float> factors, Span<int> rows)
    {
        var count = 0;
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(factors);
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            for (var marks = ~Vector256.Equals(lanes[lane], Vector256<float>.Zero).ExtractMostSignificantBits() & 0xFF; marks != 0; marks &= marks - 1)
            {
                rows[count++] = (lane * Vector256<float>.Count) + BitOperations.TrailingZeroCount(marks);
            }
        }

        return count;
    }

    private static void AddOne(ReadOnlySpan<float> factors, ReadOnlySpan<int> used, ReadOnlySpan<float> block, Span<float> sums)
    {
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3]);
        foreach (var index in used)
        {
            var factor = Vector256.Create(factors[index]);
            var row = MemoryMarshal.Cast<float, Vector256<float>>(block.Slice(index * Block, Block));
            a += factor * row[0];
            b += factor * row[1];
            c += factor * row[2];
            d += factor * row[3];
        }

        (lanes[0], lanes[1], lanes[2], lanes[3]) = (a, b, c, d);
    }

    private static void AddThree(ReadOnlySpan<float> factors, ReadOnlySpan<int> used, ReadOnlySpan<float> blocks, Span<float> sums)
    {
        var lanes = MemoryMarshal.Cast<float, Vector512<float>>(sums[..(3 * Block)]);
        var (a, b, c, d, e, f) = (lanes[0], lanes[1], lanes[2], lanes[3], lanes[4], lanes[5]);
        var length = factors.Length * Block;
        ReadOnlySpan<float> one = blocks[..length], two = blocks.Slice(length, length), three = blocks.Slice(2 * length, length);
        foreach (var index in used)
        {
            var factor = Vector512.Create(factors[index]);
            var row = MemoryMarshal.Cast<float, Vector512<float>>(one.Slice(index * Block, Block));
            a += factor * row[0];
            b += factor * row[1];
            row = MemoryMarshal.Cast<float, Vector512<float>>(two.Slice(index * Block, Block));
            c += factor * row[0];
            d += factor * row[1];
            row = MemoryMarshal.Cast<float, Vector512<float>>(three.Slice(index * Block, Block));
            e += factor * row[0];
            f += factor * row[1];
        }

        (lanes[0], lanes[1], lanes[2], lanes[3], lanes[4], lanes[5]) = (a, b, c, d, e, f);
    }

    private static float[] Blocks(int rows, int columns, Func<int, int, float> weight)
    {
        var blocks = new float[rows * Padded(columns)];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                blocks[((((column / Block) * rows) + row) * Block) + (column % Block)] = weight(row, column);
            }
        }

        return blocks;
    }

    /// <summary>How much each input moves the weighted sum of outputs, at the hidden units in <paramref name="state"/>.</summary>
    public void Slopes(ReadOnlySpan<float> outputWeights, ReadOnlySpan<float> state, Span<float> inputSlopes)
    {
        Span<float> slope = stackalloc float[Hidden];
        slope.Clear();
        for (var output = 0; output < Outputs; output++)
        {
            if (outputWeights[output] != 0)
            {
                Lanes.AddScaled(outputWeights[output], weights2.AsSpan(output * Hidden, Hidden), slope);
            }
        }

        for (var unit = 0; unit < Hidden; unit++)
        {
            slope[unit] = state[unit] > 0 ? slope[unit] : 0;
        }

        for (var index = 0; index < inputSlopes.Length; index++)
        {
            inputSlopes[index] = Lanes.Dot(weights1.AsSpan(index * Hidden, Hidden), slope);
        }
    }
}
