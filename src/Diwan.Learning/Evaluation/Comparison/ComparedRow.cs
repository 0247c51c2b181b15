namespace Diwan.Learning.Evaluation.Comparison;

/// <summary>A text with the scores that another service once gave it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">ISO 639 code where the file states one; else null.</param>
/// <param name="Scores">Attribute → score from 0 to 1.</param>
public sealed record ComparedRow(string Text, string? Language, IReadOnlyDictionary<string, double> Scores);
