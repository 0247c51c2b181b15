namespace Diwan.Moderation.Text;

/// <summary>One way to read a text: folded, with the way back to the author's own characters for every folded unit.</summary>
/// <remarks>Two numbers a unit are kept rather than one, since one character of the author's can become several units and several can become one: where it
/// begins and where it ends. None where every unit stands for the author's own at its place, as in most English comments.</remarks>
public sealed class TextReading
{
    // All begins, then all ends. Two bytes each are enough for a comment; a longer text takes four.
    private readonly ushort[]? _narrow;
    private readonly int[]? _wide;

    internal TextReading(string folded, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        Folded = folded;
        var length = folded.Length;
        if (length == 0 || ends.IndexOfAnyExceptInRange(0, ushort.MaxValue) < 0)
        {
            _narrow = GC.AllocateUninitializedArray<ushort>(2 * length);
            for (var unit = 0; unit < length; unit++) (_narrow[unit], _narrow[length + unit]) = ((ushort)starts[unit], (ushort)ends[unit]);
        }
        else
        {
            _wide = GC.AllocateUninitializedArray<int>(2 * length);
            starts.CopyTo(_wide);
            ends.CopyTo(_wide.AsSpan(length));
        }
    }

    /// <summary>A reading whose every unit stands for the author's own at its place.</summary>
    internal TextReading(string folded) => Folded = folded;

    /// <summary>The folded text.</summary>
    public string Folded { get; }

    /// <summary>The author's own characters behind a stretch of <see cref="Folded"/>, with the marks that hang on them.</summary>
    /// <param name="start">First UTF-16 unit of <see cref="Folded"/>.</param>
    /// <param name="length">Number of units; 0 gives an empty span.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie within <see cref="Folded"/>.</exception>
    public TextSpan ToOriginal(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Folded.Length - length);
        if (length > 0) return new(StartOf(start), EndOf(start + length - 1));
        var at = start < Folded.Length ? StartOf(start) : start > 0 ? EndOf(start - 1) : 0;
        return new(at, at);
    }

    internal void CopyTo(int from, int end, Span<char> units, Span<int> starts, Span<int> ends)
    {
        Folded.AsSpan(from..end).CopyTo(units);
        for (var unit = from; unit < end; unit++) (starts[unit - from], ends[unit - from]) = (StartOf(unit), EndOf(unit));
    }

    internal int StartOf(int unit) => _narrow is not null ? _narrow[unit] : _wide is not null ? _wide[unit] : unit;

    internal int EndOf(int unit) => _narrow is not null ? _narrow[Folded.Length + unit] : _wide is not null ? _wide[Folded.Length + unit] : unit + 1;
}
