namespace Diwan.Learning.Evaluation;

/// <summary>Everything an evaluation found out about one model.</summary>
/// <param name="Model">Version.</param>
/// <param name="Sha256">Of the model file.</param>
/// <param name="Labels">One a set, label and language.</param>
/// <param name="SpanF1">Mean character F1 of toxic spans; null without a set that marks them.</param>
/// <param name="HarmlessOver">Share of harmless template sentences at or above the score that finds 80 % of the harmful ones; null without templates.</param>
/// <param name="RiskCoverage">Stated error → share of comments that need no person.</param>
public sealed record QualityReport(
    string Model, string Sha256, IReadOnlyList<LabelQuality> Labels, double? SpanF1, double? HarmlessOver,
    IReadOnlyList<RiskCoverage> RiskCoverage);
