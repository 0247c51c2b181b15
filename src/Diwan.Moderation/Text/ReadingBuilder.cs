namespace Diwan.Moderation.Text;

/// <summary>Collects folded units with where they came from.</summary>
internal sealed class ReadingBuilder(int capacity)
{
    private char[] _units = new char[capacity];
    private int[] _starts = new int[capacity];
    private int[] _ends = new int[capacity];

    public int Length { get; private set; }

    public void Add(char unit, int start, int end)
    {
        if (Length == _units.Length) Grow();
        _units[Length] = unit;
        _starts[Length] = start;
        _ends[Length++] = end;
    }

    /// <summary>Takes over units of another reading, from <paramref name="from"/> to before <paramref name="end"/>.</summary>
    public void Copy(TextReading text, int from, int end)
    {
        while (Length + end - from > _units.Length) Grow();
        text.CopyTo(from, end, _units.AsSpan(Length), _starts.AsSpan(Length), _ends.AsSpan(Length));
        Length += end - from;
    }

    /// <summary>Lets the last unit reach to <paramref name="end"/>: a mark hangs on it.</summary>
    public void Extend(int end)
    {
        if (Length > 0) _ends[Length - 1] = end;
    }

    public TextReading Build()
    {
        Array.Resize(ref _starts, Length);
        Array.Resize(ref _ends, Length);
        return new(new string(_units, 0, Length), _starts, _ends);
    }

    private void Grow()
    {
        var size = Math.Max(16, _units.Length * 2);
        Array.Resize(ref _units, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
    }
}
