using System.Globalization;

namespace Diwan.Learning.Evaluation;

/// <summary>A report as Markdown tables: to be read on a terminal and kept in <c>eval/</c>.</summary>
public static class ReportText
{
    /// <summary>Prints <paramref name="report"/>.</summary>
    public static void Write(QualityReport report, TextWriter output)
    {
        output.WriteLine($"Model {report.Model}, SHA-256 {report.Sha256}");
        output.WriteLine();
        output.WriteLine("| lang | set | label | attribute | rows | positives | ROC-AUC | 95 % | average precision | F1 at threshold | calibration error |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in report.Labels)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {row.Language} | {row.Set} | {row.Label} | {row.Attribute} | {row.Rows} | {row.Positives} | {row.RocAuc:F3} | {row.Low:F3}–{row.High:F3} | {row.AveragePrecision:F3} | {row.F1:F3} | {row.CalibrationError:F3} |"));
        }

        output.WriteLine();
        if (report.SpanF1 is { } spans)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Toxic spans, mean character F1: {spans:F3}"));
        }

        if (report.HarmlessOver is { } harmless)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Harmless template sentences above the score that finds 80 % of the harmful ones: {harmless:P1}"));
        }

        output.WriteLine();
        output.WriteLine("| set | accepted error | approved unseen | rejected unseen |");
        output.WriteLine("|---|---|---|---|");
        foreach (var row in report.RiskCoverage)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Set} | {row.Error:P0} | {row.Approved:P1} | {row.Rejected:P1} |"));
        }
    }
}
