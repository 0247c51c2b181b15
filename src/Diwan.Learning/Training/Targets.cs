namespace Diwan.Learning.Training;

/// <summary>What one row teaches.</summary>
/// <param name="Domain">Index of the domain (set) it comes from, or <see cref="NoDomain"/>.</param>
/// <param name="Heads">Heads it has a label for.</param>
/// <param name="Values">The label of each, 0 to 1.</param>
/// <param name="Weights">How much of each head's error goes down into the layers below.</param>
internal sealed record Targets(int Domain, int[] Heads, float[] Values, float[] Weights)
{
    /// <summary>Of a row that comes from no set.</summary>
    public const int NoDomain = -1;
}
