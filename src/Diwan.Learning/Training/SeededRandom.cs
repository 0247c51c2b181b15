namespace Diwan.Learning.Training;

/// <summary>A small generator of our own (xorshift64*): the base library's may change between versions, a model's bytes may not.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = (seed * 0x9E3779B97F4A7C15) | 1;

    /// <summary>The next 32 random bits.</summary>
    public uint Next()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (uint)((state * 0x2545F4914F6CDD1D) >> 32);
    }

    /// <summary>Uniform in 0 (inclusive) to 1 (exclusive).</summary>
    public float NextFraction() => (Next() >> 8) * (1f / 16777216f);

    /// <summary>Uniform in 0 to <paramref name="limit"/> − 1.</summary>
    public int NextBelow(int limit) => (int)(((ulong)Next() * (ulong)limit) >> 32);

    /// <summary>Fills with uniform numbers between −<paramref name="width"/> and +<paramref name="width"/>.</summary>
    public void Fill(Span<float> values, float width)
    {
        foreach (ref var value in values)
        {
            value = ((NextFraction() * 2) - 1) * width;
        }
    }

    /// <summary>Puts the items in random order.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextBelow(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
