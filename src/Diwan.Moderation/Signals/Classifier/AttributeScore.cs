namespace Diwan.Moderation.Signals.Classifier;

/// <summary>One attribute's score for one text.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Score">0 to 1.</param>
public readonly record struct AttributeScore(string Attribute, double Score);
