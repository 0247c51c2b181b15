namespace Diwan.Moderation.Text;

/// <summary>Every reading of one text, the plain one first, and the likeliest of them.</summary>
internal sealed class ReadingSet
{
    private readonly List<TextReading> _all = new(1);

    public IReadOnlyList<TextReading> All => _all;

    public TextReading Undone { get; set; } = null!;

    /// <summary>Begins with the plain reading, which is the likeliest until a disguise is undone.</summary>
    public void Begin(TextReading plain)
    {
        _all.Clear();
        _all.Add(Undone = plain);
    }

    /// <summary>Adds a reading, unless one that says the same is there; returns it in either case, null for null.</summary>
    public TextReading? Add(TextReading? reading)
    {
        if (reading is null) return null;
        foreach (var known in _all)
        {
            if (known.Units.SequenceEqual(reading.Units)) return reading;
        }

        _all.Add(reading);
        return reading;
    }
}
