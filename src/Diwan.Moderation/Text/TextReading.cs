namespace Diwan.Moderation.Text;

/// <summary>One way to read a text: folded, with the way back to the author's own characters for every folded unit.</summary>
/// <remarks>Two numbers a unit are kept rather than one, since one character of the author's can become several units and several can become one;
/// none where every unit stands for the author's own at its place, as in most English comments.</remarks>
public sealed class TextReading
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    internal TextReading(string folded, int[] starts, int[] ends) => (Folded, _starts, _ends) = (folded, starts, ends);

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

    internal int StartOf(int unit) => _starts is null ? unit : _starts[unit];

    internal int EndOf(int unit) => _ends is null ? unit + 1 : _ends[unit];
}
