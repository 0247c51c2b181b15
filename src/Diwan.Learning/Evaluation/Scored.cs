namespace Diwan.Learning.Evaluation;

/// <summary>One text's score beside what people said of it.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Yes">True when at least half of the people said yes.</param>
public readonly record struct Scored(double Score, bool Yes);
