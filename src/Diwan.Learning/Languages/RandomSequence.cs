namespace Diwan.Learning.Languages;

/// <summary>A fixed sequence of pseudo-random numbers (SplitMix64), the same on every machine and runtime for one seed.</summary>
internal sealed class RandomSequence(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
    }

    /// <summary>True in <paramref name="percent"/> of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;
}
