namespace Diwan.Learning.Evaluation.Identity;

/// <summary>Harm by identity: all texts of a kind together, then term by term.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Texts"><c>templates</c> or <c>comments</c>.</param>
/// <param name="Threshold">The score that finds 80 % of the harmful ones.</param>
/// <param name="FalsePositives">Share of the harmless ones at or above it, with Wilson's interval.</param>
/// <param name="Terms">The terms, the worst first.</param>
public sealed record IdentityReport(
    string Language, string Texts, double Threshold, Interval FalsePositives, IReadOnlyList<TermQuality> Terms)
{
    private const double Recall = 0.8;
    private const int LeastHarmless = 10, LeastOfEach = 10;

    /// <summary>One a language and kind of text that has both harmful and harmless texts naming an identity.</summary>
    public static IReadOnlyList<IdentityReport> Of(IReadOnlyList<ScoredRow> rows)
        => [.. rows.Where(row => row.Toxicity is not null)
            .Select(row => (row.Row.Language, Texts: row.Row.Template is null ? "comments" : "templates", Term: IdentityTerms.In(row.Row.Text, row.Row.Language), Point: row.Toxicity!.Value))
            .Where(entry => entry.Term is not null || entry.Texts == "templates")
            .GroupBy(entry => (entry.Language, entry.Texts))
            .OrderBy(group => group.Key.Language, StringComparer.Ordinal).ThenByDescending(group => group.Key.Texts, StringComparer.Ordinal)
            .Select(group => Of(group.Key.Language, group.Key.Texts, [.. group.Select(entry => (entry.Term, entry.Point))]))
            .OfType<IdentityReport>()];

    private static IdentityReport? Of(string language, string texts, (string? Term, Scored Point)[] entries)
    {
        var all = entries.Select(entry => entry.Point).ToArray();
        if (all.Count(point => point.Yes) < LeastOfEach || all.Count(point => !point.Yes) < LeastOfEach)
        {
            return null;
        }

        var threshold = Metrics.ThresholdFor(all, Recall);
        var together = HarmlessOver(all, threshold);
        var terms = entries.Where(entry => entry.Term is not null).GroupBy(entry => entry.Term!, StringComparer.Ordinal)
            .Select(group => Term(language, texts, group.Key, [.. group.Select(entry => entry.Point)], threshold, together.Value))
            .Where(term => term.Harmless >= LeastHarmless)
            .OrderByDescending(term => term.FalsePositives.Value).ThenBy(term => term.Term, StringComparer.Ordinal);
        return new IdentityReport(language, texts, threshold, together, [.. terms]);
    }

    private static TermQuality Term(string language, string texts, string term, Scored[] points, double threshold, double mean)
    {
        var share = HarmlessOver(points, threshold);
        var harmless = points.Count(point => !point.Yes);
        var enough = harmless >= LeastOfEach && points.Length - harmless >= LeastOfEach;
        var auc = enough ? Bootstrap.Of(points, Metrics.RocAuc) : new Interval(double.NaN, double.NaN, double.NaN);
        return new TermQuality(
            language, texts, term, harmless, points.Count(point => !point.Yes && point.Score >= threshold), share, share.Low > mean, auc);
    }

    private static Interval HarmlessOver(IReadOnlyList<Scored> points, double threshold)
        => Metrics.Wilson(points.Count(point => !point.Yes && point.Score >= threshold), points.Count(point => !point.Yes));
}
