using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Training;

/// <summary>The n-gram tower: each hashed n-gram has a vector; a text is their sum (by the root of their number)
/// beside the strongest word in every dimension, so that one bad word shows in a long comment too.</summary>
internal sealed class NgramTrainer
{
    private const float DropHabits = 0.3f;
    private readonly int size;
    private readonly float[] rowSquares, input, inputSlope, word, wordSlope;
    private readonly int[] strongest, kept, keptEnds, keptHabits;
    private readonly SeededRandom random;
    private readonly HiddenHeads upper;
    private int habitCount;

    public NgramTrainer(int rows, int size, int hidden, HeadPlan plan, ulong seed)
    {
        this.size = size;
        random = new SeededRandom(seed);
        Table = new float[rows * size];
        random.Fill(Table, 0.05f);
        rowSquares = new float[rows];
        (input, inputSlope) = (new float[size * 3], new float[size * 3]);
        (word, wordSlope) = (new float[size], new float[size]);
        strongest = new int[size];
        (kept, keptEnds, keptHabits) = (new int[8192], new int[1024], new int[4096]);
        upper = new HiddenHeads(size * 3, hidden, plan.Count, plan.Domains.Count, random);
    }

    /// <summary>One vector a row.</summary>
    public float[] Table { get; }

    /// <summary>Hidden layer and heads.</summary>
    public HiddenHeads Upper => upper;

    /// <summary>Reads a row, each n-gram hidden with probability <paramref name="drop"/>: what <see cref="Upper"/> says next is about it.</summary>
    public void Look(Example example, float drop)
    {
        Keep(example, drop);
        Pool(kept, keptEnds.AsSpan(0, example.Ends.Length), example.Grams.Length, 1 / (1 - drop));
        KeepHabits(example.Habits);
        PoolHabits(example.Habits.Length);
        upper.See(input);
    }

    /// <summary>Learns from one row, each n-gram hidden with probability <paramref name="drop"/>.</summary>
    public void Learn(Example example, float drop, float domainWeight, float tableRate, float rate)
    {
        Look(example, drop);
        upper.Learn(input, example.Targets, domainWeight, rate, inputSlope);
        LearnHabits(example.Habits.Length, tableRate);
        var boost = 1 / (1 - drop);
        var scale = boost / MathF.Sqrt(Math.Max(1, example.Grams.Length));
        for (var token = 0; token < example.Ends.Length; token++)
        {
            for (var dimension = 0; dimension < size; dimension++)
            {
                wordSlope[dimension] = (inputSlope[dimension] * scale)
                    + (strongest[dimension] == token ? inputSlope[size + dimension] * boost : 0);
            }

            var square = Descent.MeanSquare(wordSlope);
            for (var index = token == 0 ? 0 : keptEnds[token - 1]; index < keptEnds[token]; index++)
            {
                Descend(kept[index], square, tableRate);
            }
        }
    }

    private void Descend(int row, float square, float tableRate)
    {
        rowSquares[row] += square;
        Lanes.AddScaled(-tableRate / MathF.Sqrt(rowSquares[row] + 1e-9f), wordSlope, Table.AsSpan(row * size, size));
    }

    private void KeepHabits(ReadOnlySpan<int> habits)
    {
        habitCount = 0;
        foreach (var habit in habits)
        {
            if (random.NextFraction() >= DropHabits)
            {
                keptHabits[habitCount++] = habit;
            }
        }
    }

    private void PoolHabits(int all)
    {
        var sum = input.AsSpan(size * 2, size);
        var scale = 1 / (1 - DropHabits) / MathF.Sqrt(Math.Max(1, all));
        foreach (var habit in keptHabits.AsSpan(0, habitCount))
        {
            Lanes.AddScaled(scale, Table.AsSpan(habit * size, size), sum);
        }
    }

    private void LearnHabits(int all, float tableRate)
    {
        var scale = 1 / ((1 - DropHabits) * MathF.Sqrt(Math.Max(1, all)));
        for (var dimension = 0; dimension < size; dimension++)
        {
            wordSlope[dimension] = inputSlope[(size * 2) + dimension] * scale;
        }

        var square = Descent.MeanSquare(wordSlope);
        foreach (var habit in keptHabits.AsSpan(0, habitCount))
        {
            Descend(habit, square, tableRate);
        }
    }

    private void Keep(Example example, float drop)
    {
        var count = 0;
        for (int token = 0, index = 0; token < example.Ends.Length; token++)
        {
            for (; index < example.Ends[token]; index++)
            {
                if (random.NextFraction() >= drop)
                {
                    kept[count++] = example.Grams[index];
                }
            }

            keptEnds[token] = count;
        }
    }

    private void Pool(ReadOnlySpan<int> grams, ReadOnlySpan<int> ends, int all, float boost)
    {
        Array.Clear(input);
        Array.Fill(strongest, -1);
        var sum = input.AsSpan(0, size);
        for (int token = 0, index = 0; token < ends.Length; token++)
        {
            Array.Clear(word);
            for (; index < ends[token]; index++)
            {
                Lanes.AddScaled(1, Table.AsSpan(grams[index] * size, size), word);
            }

            Lanes.AddScaled(1, word, sum);
            for (var dimension = 0; dimension < size; dimension++)
            {
                if (word[dimension] > input[size + dimension])
                {
                    (input[size + dimension], strongest[dimension]) = (word[dimension], token);
                }
            }
        }

        var scale = boost / MathF.Sqrt(Math.Max(1, all));
        for (var dimension = 0; dimension < size; dimension++)
        {
            input[dimension] *= scale;
            input[size + dimension] *= boost;
        }
    }
}
