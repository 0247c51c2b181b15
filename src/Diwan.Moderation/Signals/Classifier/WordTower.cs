using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The word tower, ready to score. A convolution over word vectors, its products already worked out for every
/// word of the vocabulary: what is left is to look up, add and keep the strongest place of each filter.</summary>
/// <param name="words">Hashes of the known words, in the order of their rows; other words share the rows behind them.</param>
/// <param name="table">One row of <see cref="WordFilters.Columns"/> numbers a word.</param>
/// <param name="scales">What one unit of each filter is worth.</param>
/// <param name="bias">One a filter.</param>
internal sealed class WordTower(uint[] words, sbyte[] table, float[] scales, float[] bias)
{
    // Filters worked out together: as many sixteen-bit sums as fill a register. No width has fewer.
    private static readonly int Group = Vector512.IsHardwareAccelerated ? 32 : 16;

    private readonly ushort[] rows = Index(words);
    private readonly int buckets = (table.Length / WordFilters.Columns) - words.Length;

    /// <summary>The row of a word: its own, or one it shares with other unknown words.</summary>
    public int RowOf(uint hash)
    {
        for (var slot = hash & (uint)(rows.Length - 1); rows[slot] != ushort.MaxValue; slot = (slot + 1) & (uint)(rows.Length - 1))
        {
            if (words[rows[slot]] == hash)
            {
                return rows[slot];
            }
        }

        return words.Length + (int)(((ulong)(hash * 0x9E3779B1u) * (ulong)buckets) >> 32);
    }

    /// <summary>Leaves each filter's strongest answer in <paramref name="input"/>, and at which token it began in
    /// <paramref name="strongest"/> (−8 for none above zero).</summary>
    public void Pool(TextFeatures features, Span<float> input, Span<int> strongest)
    {
        var count = features.TokenCount;
        Span<int> row = stackalloc int[count];
        for (var token = 0; token < count; token++)
        {
            row[token] = RowOf(features.Tokens[token].Hash) * WordFilters.Columns;
        }

        int column = 0, filter = 0;
        for (var width = 1; width <= WordFilters.PerWidth.Length; width++)
        {
            // The last group begins early enough to be whole; what it shares with the one before comes out the same.
            var filters = WordFilters.PerWidth[width - 1];
            for (var lane = 0; lane < filters; lane += Group)
            {
                var start = Math.Min(lane, filters - Group);
                PoolGroup(row, width, column + start, filters, filter + start, input, strongest);
            }

            column += width * filters;
            filter += filters;
        }
    }

    private void PoolGroup(ReadOnlySpan<int> row, int width, int column, int stride, int filter, Span<float> input, Span<int> strongest)
    {
        Span<short> values = stackalloc short[Group], places = stackalloc short[Group];
        if (Vector512.IsHardwareAccelerated)
        {
            FindWide(row, width, column, stride, values, places);
        }
        else
        {
            Find(row, width, column, stride, values, places);
        }

        for (var lane = 0; lane < Group; lane += 8)
        {
            var at = filter + lane;
            var value = (Eight(values[lane..]) * Vector256.Create(scales.AsSpan(at, 8))) + Vector256.Create(bias.AsSpan(at, 8));
            var counts = row.Length >= width ? Vector256.GreaterThan(value, Vector256<float>.Zero) : Vector256<float>.Zero;
            Vector256.BitwiseAnd(value, counts).CopyTo(input[at..]);
            Vector256.ConditionalSelect(counts.AsInt32(), Vector256.WidenLower(Vector128.Create<short>(places[lane..]).ToVector256Unsafe()), Vector256.Create(-8)).CopyTo(strongest[at..]);
        }
    }

    private static Vector256<float> Eight(ReadOnlySpan<short> numbers) =>
        Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.Create(numbers).ToVector256Unsafe()));

    private void Find(ReadOnlySpan<int> row, int width, int column, int stride, Span<short> values, Span<short> places)
    {
        var best = Vector256.Create(short.MinValue);
        var place = Vector256.Create((short)-8);
        for (var start = 0; start + width <= row.Length; start++)
        {
            var sum = Load(row[start] + column);
            for (var next = 1; next < width; next++)
            {
                sum += Load(row[start + next] + column + (next * stride));
            }

            var better = Vector256.GreaterThan(sum, best);
            best = Vector256.Max(sum, best);
            place = Vector256.ConditionalSelect(better, Vector256.Create((short)start), place);
        }

        best.CopyTo(values);
        place.CopyTo(places);
    }

    // The same with twice as many sums.
    private void FindWide(ReadOnlySpan<int> row, int width, int column, int stride, Span<short> values, Span<short> places)
    {
        var best = Vector512.Create(short.MinValue);
        var place = Vector512.Create((short)-8);
        for (var start = 0; start + width <= row.Length; start++)
        {
            var sum = LoadWide(row[start] + column);
            for (var next = 1; next < width; next++)
            {
                sum += LoadWide(row[start + next] + column + (next * stride));
            }

            var better = Vector512.GreaterThan(sum, best);
            best = Vector512.Max(sum, best);
            place = Vector512.ConditionalSelect(better, Vector512.Create((short)start), place);
        }

        best.CopyTo(values);
        place.CopyTo(places);
    }

    private Vector256<short> Load(int at) => BlockSum.Widen(Vector128.Create<sbyte>(table.AsSpan(at, 16)));

    private Vector512<short> LoadWide(int at) => Vector512.WidenLower(Vector256.Create<sbyte>(table.AsSpan(at, 32)).ToVector512Unsafe());

    /// <summary>A word's row in units of <paramref name="unit"/>.</summary>
    public void Row(int row, float unit, Span<float> values)
    {
        var stored = table.AsSpan(row * WordFilters.Columns, WordFilters.Columns);
        for (var column = 0; column < stored.Length; column++)
        {
            values[column] = stored[column] * unit;
        }
    }

    /// <summary>What the word in <paramref name="row"/> adds to the filter in <paramref name="column"/>.</summary>
    public int At(int row, int column) => table[(row * WordFilters.Columns) + column];

    /// <summary>What one unit of a filter is worth.</summary>
    public float Scale(int filter) => scales[filter];

    private static int SlotsFor(uint[] words) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Length * 2);

    private static ushort[] Index(uint[] words)
    {
        var slots = new ushort[SlotsFor(words)];
        Array.Fill(slots, ushort.MaxValue);
        for (var row = 0; row < words.Length; row++)
        {
            var slot = words[row] & (uint)(slots.Length - 1);
            while (slots[slot] != ushort.MaxValue)
            {
                slot = (slot + 1) & (uint)(slots.Length - 1);
            }

            slots[slot] = (ushort)row;
        }

        return slots;
    }
}
