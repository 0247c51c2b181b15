namespace Diwan.Learning.Evaluation;

/// <summary>A figure with the 95 % interval it may lie in had other texts been drawn.</summary>
/// <param name="Value">As measured; NaN where there was nothing to measure.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Value, double Low, double High);
