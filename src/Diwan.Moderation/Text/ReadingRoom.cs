using System.Numerics;

namespace Diwan.Moderation.Text;

/// <summary>Room for the readings of one text at a time, used again for the next.</summary>
internal sealed class ReadingRoom
{
    /// <summary>Room for more units is left to the collector when its text is done, so that one long text does not cost its thread megabytes for ever.</summary>
    public const int MostKept = 1 << 13;

    private const int Smallest = 1 << 8;

    private readonly List<TextReading> _readings = [];
    private int _used;

    /// <summary>Where the readings are listed.</summary>
    public ReadingSet Set { get; } = new();

    /// <summary>How many units to make room for: what is used again grows in steps, so that a slightly longer text finds room.</summary>
    public static int SizeFor(int length) => length > MostKept ? length : Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2((uint)length));

    /// <summary>An empty reading to be written. It is the text's until <see cref="Clear"/>.</summary>
    public TextReading Next()
    {
        if (_used == _readings.Count) _readings.Add(new(this));
        return _readings[_used++];
    }

    /// <summary>Takes every reading back.</summary>
    public void Clear()
    {
        for (; _used > 0; _used--) _readings[_used - 1].Clear();
    }
}
