using Diwan.Learning.Evaluation.Disguises;
using Diwan.Learning.Evaluation.Identity;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Evaluation;

/// <summary>How well one model agrees with people: <c>diwan evaluate</c>.</summary>
/// <param name="Model">Version.</param>
/// <param name="Sha256">Of the model file.</param>
/// <param name="Labels">One a set, label and language.</param>
/// <param name="SpanF1">Mean character F1 of toxic spans; null without a set that marks them.</param>
/// <param name="Identities">Harmless texts taken for harmful, by the identity they name.</param>
/// <param name="Disguises">Toxic texts found plain and disguised.</param>
public sealed record QualityReport(
    string Model, string Sha256, IReadOnlyList<LabelQuality> Labels, Interval? SpanF1,
    IReadOnlyList<IdentityReport> Identities, IReadOnlyList<DisguiseQuality> Disguises)
{
    private const double DefaultThreshold = 0.5;

    /// <summary>Measures a model on texts it has scored.</summary>
    /// <param name="classifier">The model.</param>
    /// <param name="rows">The texts with its scores.</param>
    /// <param name="thresholds">Attribute → the policy's threshold; 0.5 where it has none.</param>
    public static QualityReport Of(Classifier classifier, IReadOnlyList<ScoredRow> rows, IReadOnlyDictionary<string, double> thresholds) => new(
        classifier.Version, classifier.Sha256, LabelQuality.Of(rows, thresholds), SpanQuality.Of(classifier, rows.Select(row => row.Row)),
        IdentityReport.Of(rows), DisguiseQuality.Of(classifier, rows, thresholds.GetValueOrDefault(Attributes.Toxicity, DefaultThreshold)));
}
