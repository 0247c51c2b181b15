namespace Diwan.Client.Perspective;

/// <summary>One attribute to score.</summary>
/// <param name="Name">Such as <c>TOXICITY</c>; case matters. <c>TOXICITY@2026-10-1</c> asks for one version of the model.</param>
/// <param name="ScoreThreshold">From 0 to 1: scores below it are left out of the answer; null leaves none out.</param>
public sealed record RequestedAttribute(string Name, float? ScoreThreshold = null)
{
    /// <summary>An attribute without a threshold.</summary>
    public static implicit operator RequestedAttribute(string name) => FromString(name);

    /// <summary>An attribute without a threshold.</summary>
    public static RequestedAttribute FromString(string name) => new(name);
}
