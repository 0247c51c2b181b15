namespace Diwan.Moderation.Text;

/// <summary>One way to read a text: folded, with the way back to the author's own characters for every folded unit.</summary>
/// <remarks>Two numbers a unit are kept rather than one, since one character of the author's can become several units and several can become one: where it
/// begins and where it ends. None where every unit stands for the author's own at its place, as in most English comments.</remarks>
public sealed class TextReading
{
    // What a borrowed reading is written into, text after text; a reading that owns itself has a string and marks of its own.
    private readonly ReadingRoom? _room;
    private char[] _units = [];
    private string? _folded;

    // All begins, then all ends. Two bytes each are enough for a comment; a longer text takes four.
    private ushort[] _narrow = [];
    private int[]? _wide;
    private bool _isMarked;

    internal TextReading(string folded, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        (_folded, Length) = (folded, folded.Length);
        Mark(starts, ends);
    }

    /// <summary>A reading whose every unit stands for the author's own at its place.</summary>
    internal TextReading(string folded) => (_folded, Length) = (folded, folded.Length);

    /// <summary>An empty reading, to be written again and again.</summary>
    internal TextReading(ReadingRoom room) => _room = room;

    /// <summary>The folded text.</summary>
    public string Folded => _folded ??= new(_units, 0, Length);

    /// <summary>The folded text, without a string of its own.</summary>
    public ReadOnlySpan<char> Units => _folded is null ? _units.AsSpan(0, Length) : _folded;

    /// <summary>How many UTF-16 units the folded text has.</summary>
    public int Length { get; private set; }

    /// <summary>Where this reading is written, and whatever is read from it; null where each owns itself.</summary>
    internal ReadingRoom? Room => _room;

    /// <summary>The author's own characters behind a stretch of <see cref="Folded"/>, with the marks that hang on them.</summary>
    /// <param name="start">First UTF-16 unit of <see cref="Folded"/>.</param>
    /// <param name="length">Number of units; 0 gives an empty span.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie within <see cref="Folded"/>.</exception>
    public TextSpan ToOriginal(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - length);
        if (length > 0) return new(StartOf(start), EndOf(start + length - 1));
        var at = start < Length ? StartOf(start) : start > 0 ? EndOf(start - 1) : 0;
        return new(at, at);
    }

    /// <summary>Writes a reading into its room: new room where it is too small.</summary>
    internal void Write(ReadOnlySpan<char> units, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        units.CopyTo(Begin(units.Length));
        Mark(starts, ends);
    }

    /// <summary>An empty reading of so many units, each of which stands for the author's own at its place; to be filled by the caller.</summary>
    internal Span<char> Begin(int length)
    {
        Length = length;
        if (_units.Length < length) _units = GC.AllocateUninitializedArray<char>(ReadingRoom.SizeFor(length));
        return _units.AsSpan(0, length);
    }

    /// <summary>Forgets what it reads; its room stays, unless a long text made it large.</summary>
    internal void Clear()
    {
        (_folded, _wide, _isMarked, Length) = (null, null, false, 0);
        if (_units.Length > ReadingRoom.MostKept) _units = [];
        if (_narrow.Length > 2 * ReadingRoom.MostKept) _narrow = [];
    }

    internal void CopyTo(int from, int end, Span<char> units, Span<int> starts, Span<int> ends)
    {
        Units[from..end].CopyTo(units);
        for (var unit = from; unit < end; unit++) (starts[unit - from], ends[unit - from]) = (StartOf(unit), EndOf(unit));
    }

    internal int StartOf(int unit) => !_isMarked ? unit : _wide is null ? _narrow[unit] : _wide[unit];

    internal int EndOf(int unit) => !_isMarked ? unit + 1 : _wide is null ? _narrow[Length + unit] : _wide[Length + unit];

    private void Mark(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        _isMarked = true;
        if (Length == 0 || ends.IndexOfAnyExceptInRange(0, ushort.MaxValue) < 0)
        {
            if (_narrow.Length < 2 * Length) _narrow = GC.AllocateUninitializedArray<ushort>(2 * (_room is null ? Length : ReadingRoom.SizeFor(Length)));
            for (var unit = 0; unit < Length; unit++) (_narrow[unit], _narrow[Length + unit]) = ((ushort)starts[unit], (ushort)ends[unit]);
        }
        else
        {
            _wide = GC.AllocateUninitializedArray<int>(2 * Length);
            starts.CopyTo(_wide);
            ends.CopyTo(_wide.AsSpan(Length));
        }
    }
}
