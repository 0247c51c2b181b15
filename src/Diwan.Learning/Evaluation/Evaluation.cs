using Diwan.Learning.Evaluation.Coverage;
using Diwan.Learning.Evaluation.Plots;
using Diwan.Learning.Evaluation.Reports;
using Diwan.Learning.Evaluation.Shift;
using Diwan.Learning.Sets;
using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Learning.Evaluation;

/// <summary>Measures a model on labelled sets, through the public attributes alone: <c>diwan evaluate</c>.</summary>
/// <param name="model">The model.</param>
/// <param name="rows">The texts with its scores.</param>
/// <param name="thresholds">Attribute → the policy's threshold; 0.5 where it has none.</param>
/// <param name="json">True to print JSON, false for tables.</param>
/// <param name="output">Where reports are printed.</param>
public sealed class Evaluation(
    Classifier model, IReadOnlyList<ScoredRow> rows, IReadOnlyDictionary<string, double> thresholds, bool json, TextWriter output)
{
    /// <summary>Scores every text under a path.</summary>
    /// <param name="model">The model.</param>
    /// <param name="setsPath">A file or a folder of JSON lines.</param>
    /// <param name="thresholds">Attribute → the policy's threshold.</param>
    /// <param name="json">True to print JSON, false for tables.</param>
    /// <param name="output">Where reports are printed.</param>
    public static Evaluation Start(Classifier model, string setsPath, IReadOnlyDictionary<string, double> thresholds, bool json, TextWriter output)
        => new(model, ScoredRow.All(model, SetReader.Read(setsPath)), thresholds, json, output);

    /// <summary>Prints how well it agrees with people.</summary>
    public void PrintQuality() => Print(QualityReport.Of(model, rows, thresholds), ReportText.Write);

    /// <summary>Prints what share of comments needs no person at the accepted errors, each between 0 and 1.</summary>
    public void PrintCoverage(IReadOnlyList<double> errors) => Print(CoverageReport.Of(model, rows, errors), ReportText.Write);

    /// <summary>Prints what changes when it takes another model's place.</summary>
    public void PrintShift(Classifier against) => Print(ShiftReport.Of(model, rows, against, thresholds), ReportText.Write);

    /// <summary>Draws reliability and risk-coverage plots into a folder, made when it is not there.</summary>
    /// <returns>The files written.</returns>
    public IReadOnlyList<string> DrawPlots(string folder) => PlotFiles.Write(folder, model.Version, rows);

    private void Print<T>(T report, Action<T, TextWriter> asText) => Reports.Report.Print(report, asText, json, output);
}
