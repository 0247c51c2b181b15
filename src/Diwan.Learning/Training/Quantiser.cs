namespace Diwan.Learning.Training;

/// <summary>Rounds trained tables to eight bits.</summary>
internal static class Quantiser
{
    // Beyond eight times its usual size a number is cut off: one odd row must not cost all others their precision.
    private const float Widest = 8;

    /// <summary>One scale a column, so that the column's numbers fill −127 to 127.</summary>
    public static float[] Scales(ReadOnlySpan<float> table, int columns)
    {
        var most = new float[columns];
        var squares = new double[columns];
        for (var at = 0; at < table.Length; at++)
        {
            most[at % columns] = Math.Max(most[at % columns], Math.Abs(table[at]));
            squares[at % columns] += (double)table[at] * table[at];
        }

        var rows = table.Length / columns;
        return [.. most.Select((value, column) => Math.Max(1e-9f, Math.Min(value, Widest * (float)Math.Sqrt(squares[column] / rows))) / 127)];
    }

    /// <summary>The table in units of its scales.</summary>
    public static sbyte[] Round(ReadOnlySpan<float> table, ReadOnlySpan<float> scales)
    {
        var rounded = new sbyte[table.Length];
        for (var at = 0; at < table.Length; at++)
        {
            rounded[at] = (sbyte)Math.Clamp(MathF.Round(table[at] / scales[at % scales.Length]), -127, 127);
        }

        return rounded;
    }
}
