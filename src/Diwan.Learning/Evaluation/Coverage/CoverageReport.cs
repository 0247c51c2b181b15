using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Evaluation.Coverage;

/// <summary>How much of a desk's work a model could take over, by accepted error: <c>diwan evaluate --risk-coverage</c>.</summary>
/// <param name="Model">Version.</param>
/// <param name="Sha256">Of the model file.</param>
/// <param name="Rows">All languages together, then each language, then each set, at every error.</param>
public sealed record CoverageReport(string Model, string Sha256, IReadOnlyList<RiskCoverage> Rows)
{
    /// <summary>The errors it is stated for when nobody asks for others.</summary>
    public static IReadOnlyList<double> UsualErrors { get; } = [0.01, 0.02, 0.05];

    private const string All = "all";
    private const int LeastComments = 200;

    /// <summary>Measures TOXICITY over texts that a set calls toxic, offensive or hostile, or not. Made-up template sentences are left out:
    /// nobody would send them.</summary>
    public static CoverageReport Of(Classifier classifier, IReadOnlyList<ScoredRow> rows, IReadOnlyList<double> errors)
    {
        var comments = Comments(rows).ToArray();
        var groups = comments.Select(_ => (Language: All, Set: All)).Distinct()
            .Concat(comments.Select(row => (row.Row.Language, Set: All)).Distinct().OrderBy(key => key.Language, StringComparer.Ordinal))
            .Concat(comments.Select(row => (row.Row.Language, row.Row.Set)).Distinct().OrderBy(key => $"{key.Language}/{key.Set}", StringComparer.Ordinal));
        return new(classifier.Version, classifier.Sha256, [.. groups.SelectMany(group => Of(group.Language, group.Set, comments, errors))]);
    }

    /// <summary>The texts that can be counted.</summary>
    internal static IEnumerable<ScoredRow> Comments(IEnumerable<ScoredRow> rows)
        => rows.Where(row => row.Toxicity is not null && row.Row.Template is null);

    private static IEnumerable<RiskCoverage> Of(string language, string set, ScoredRow[] comments, IReadOnlyList<double> errors)
    {
        var points = comments.Where(row => (language == All || row.Row.Language == language) && (set == All || row.Row.Set == set))
            .Select(row => row.Toxicity!.Value).ToArray();
        return points.Length < LeastComments ? [] : errors.Select(error => RiskCoverage.Of(language, set, points, error));
    }
}
