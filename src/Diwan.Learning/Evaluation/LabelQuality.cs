namespace Diwan.Learning.Evaluation;

/// <summary>How well one attribute agrees with one label of one set.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Set">The set.</param>
/// <param name="Label">Its label.</param>
/// <param name="Attribute">The attribute the label is read through.</param>
/// <param name="Rows">Texts with the label.</param>
/// <param name="Positives">Texts for which at least half said yes.</param>
/// <param name="RocAuc">See <see cref="Metrics.RocAuc"/>.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="AveragePrecision">See <see cref="Metrics.AveragePrecision"/>.</param>
/// <param name="F1">At the policy's threshold.</param>
/// <param name="CalibrationError">See <see cref="Metrics.CalibrationError"/>.</param>
public sealed record LabelQuality(
    string Language, string Set, string Label, string Attribute, int Rows, int Positives,
    double RocAuc, double Low, double High, double AveragePrecision, double F1, double CalibrationError);
