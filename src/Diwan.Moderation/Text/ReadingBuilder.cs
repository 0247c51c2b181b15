namespace Diwan.Moderation.Text;

/// <summary>Collects folded units with where they came from. One a thread, used again for every reading: only what is built is new, or not even that.</summary>
internal sealed class ReadingBuilder
{
    // The room that a long text took is given back, so that one text does not cost its thread megabytes for ever.
    private const int KeptCapacity = 1 << 14;

    [ThreadStatic]
    private static ReadingBuilder? mine;

    private char[] _units;
    private int[] _starts;
    private int[] _ends;

    private ReadingBuilder(int capacity) => (_units, _starts, _ends) = (new char[capacity], new int[capacity], new int[capacity]);

    public int Length { get; private set; }

    /// <summary>This thread's builder, empty, with room for so many units. Whoever begins builds before anybody else on the thread begins.</summary>
    public static ReadingBuilder Begin(int capacity)
    {
        var builder = mine;
        if (builder is null || builder._units.Length < capacity) builder = new(Math.Max(capacity, 256));
        mine = builder._units.Length <= KeptCapacity ? builder : null;
        builder.Length = 0;
        return builder;
    }

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

    /// <summary>What was collected: written into a room where there is one, else a reading that owns itself.</summary>
    public TextReading Build(ReadingRoom? room)
    {
        if (room is null) return new(new string(_units, 0, Length), _starts.AsSpan(0, Length), _ends.AsSpan(0, Length));
        var reading = room.Next();
        reading.Write(_units.AsSpan(0, Length), _starts.AsSpan(0, Length), _ends.AsSpan(0, Length));
        return reading;
    }

    private void Grow()
    {
        var size = Math.Max(16, _units.Length * 2);
        Array.Resize(ref _units, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
        if (size > KeptCapacity && mine == this) mine = null;
    }
}
