using Diwan.Learning.Evaluation.Comparison;
using Diwan.Learning.Evaluation.Coverage;
using Diwan.Learning.Evaluation.Identity;
using Diwan.Learning.Evaluation.Shift;
using static Diwan.Learning.Evaluation.Reports.MarkdownTable;

namespace Diwan.Learning.Evaluation.Reports;

/// <summary>Reports as Markdown: to be read on a terminal and kept in <c>eval/</c>. Ranges in brackets are 95 % intervals.</summary>
public static class ReportText
{
    /// <summary>Prints how well a model agrees with people.</summary>
    public static void Write(QualityReport report, TextWriter output)
    {
        output.WriteLine($"Model {report.Model}, SHA-256 {report.Sha256}. Ranges in brackets: 95 % intervals.");
        var labels = new MarkdownTable(output, "Agreement with people", "lang", "set", "label", "attribute", "rows", "positives", "ROC-AUC", "average precision", "F1 at threshold", "calibration error");
        foreach (var row in report.Labels)
        {
            labels.Row(row.Language, row.Set, row.Label, row.Attribute, Count(row.Rows), Count(row.Positives), Figure(row.RocAuc), Figure(row.AveragePrecision), Figure(row.F1), Figure(row.CalibrationError));
        }

        if (report.SpanF1 is { } spans)
        {
            output.WriteLine();
            output.WriteLine($"Toxic spans, mean character F1: {Figure(spans)}");
        }

        foreach (var identity in report.Identities)
        {
            Write(identity, output);
        }

        var disguises = new MarkdownTable(output, "Disguised words: share of toxic and of harmless texts over the policy's threshold", "lang", "disguise", "texts", "plain", "disguised", "lost", "harmless texts", "over when plain", "over when disguised");
        foreach (var row in report.Disguises)
        {
            disguises.Row(row.Language, $"{row.Disguise}", Count(row.Texts), Percent(row.Plain), Percent(row.Disguised), Percent(row.Lost),
                Count(row.Harmless), Percent(row.HarmlessPlain), Percent(row.HarmlessDisguised));
        }
    }

    /// <summary>Prints how much of a desk's work a model could take over.</summary>
    public static void Write(CoverageReport report, TextWriter output)
    {
        output.WriteLine($"Model {report.Model}, SHA-256 {report.Sha256}. Ranges in brackets: 95 % intervals.");
        output.WriteLine("Shares depend on how many of a set's comments are toxic. Most sets hold far more of them than a newsroom gets: look at the set nearest to yours.");
        output.WriteLine("Wrong among other comments: each half of a set decided by the scores that the other half chose.");
        var table = new MarkdownTable(output, "Comments that need no person", "lang", "set", "comments", "toxic", "accepted error", "need no person", "approved unseen", "up to", "wrong among other comments", "rejected unseen", "from", "wrong among other comments");
        foreach (var row in report.Rows)
        {
            table.Row(
                row.Language, row.Set, Count(row.Comments), Percent(Math.Round((double)row.Toxic / row.Comments, 3)), Percent(row.Error), Percent(row.NoPerson),
                Percent(row.Approved), Figure(row.ApproveUpTo), Percent(row.Checked.Approved), Percent(row.Rejected), Figure(row.RejectFrom), Percent(row.Checked.Rejected));
        }
    }

    /// <summary>Prints what changes when one model takes another's place.</summary>
    public static void Write(ShiftReport report, TextWriter output)
    {
        output.WriteLine($"Model {report.Model} against {report.Against}. Ranges in brackets: 95 % intervals.");
        var table = new MarkdownTable(output, "Shift of scores", "lang", "attribute", "comments", "old mean", "new mean", "shift", "rank correlation", "threshold", "newly over", "no longer over", "threshold for the same share");
        foreach (var row in report.Rows)
        {
            table.Row(
                row.Language, row.Attribute, Count(row.Comments), Figure(row.Old), Figure(row.New), Figure(row.MeanShift), Figure(row.RankCorrelation),
                Figure(row.Threshold), Percent(row.CrossingUp), Percent(row.CrossingDown), Figure(row.SameShareThreshold));
        }
    }

    /// <summary>Prints how scores stand to another service's, and where thresholds go.</summary>
    public static void Write(ComparisonReport report, TextWriter output)
    {
        output.WriteLine($"Model {report.Model}, SHA-256 {report.Sha256}, {Count(report.Comments)} comments. Ranges in brackets: 95 % intervals.");
        if (report.NotGiven.Count > 0)
        {
            output.WriteLine($"Not given by this model for these texts: {string.Join(", ", report.NotGiven)}.");
        }

        var agreement = new MarkdownTable(output, "Do both put the comments in the same order?", "attribute", "lang", "comments", "Spearman", "Kendall's tau");
        foreach (var row in report.Rows)
        {
            agreement.Row(row.Attribute, row.Language, Count(row.Comments), Figure(row.Spearman), Figure(row.Kendall));
        }

        var thresholds = new MarkdownTable(output, "Thresholds that keep the same share held", "attribute", "lang", "old", "held", "new", "of those held before, held again");
        foreach (var row in report.Rows)
        {
            foreach (var moved in row.Thresholds)
            {
                thresholds.Row(row.Attribute, row.Language, Figure(moved.Old), $"{Count(moved.Held)} ({Percent(Math.Round((double)moved.Held / row.Comments, 3))})", Figure(moved.New), Percent(moved.Same));
            }
        }
    }

    private static void Write(IdentityReport report, TextWriter output)
    {
        var table = new MarkdownTable(output, $"Identities named in {report.Texts}, {report.Language}", "term", "harmless texts", "taken for harmful", "share", "above the mean", "AUC within");
        table.Row("all", "", "", Percent(report.FalsePositives), "", "");
        foreach (var term in report.Terms)
        {
            table.Row(term.Term, Count(term.Harmless), Count(term.Over), Percent(term.FalsePositives), term.AboveMean ? "yes" : "", Figure(term.SubgroupAuc));
        }

        output.WriteLine();
        output.WriteLine($"Taken for harmful: at or above {Figure(report.Threshold)}, the score that finds 80 % of the harmful ones.");
    }
}
