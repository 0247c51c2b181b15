using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using Diwan.Learning.Evaluation;
using Diwan.Learning.Sets;
using Model = Diwan.Moderation.Signals.Classifier.Classifier;

namespace Diwan.Learning.Tests.Evaluation;

/// <summary>The model that ships, measured on sentences made here: every report has what it promises.</summary>
public sealed class WholeEvaluationTests : IDisposable
{
    private static readonly string[] Terms = ["muslim", "deaf", "elderly", "mexican"];
    private static readonly string[] Kind = ["wonderful", "gracious", "lovely", "friendly", "caring"];
    private static readonly string[] Rude = ["stupid", "disgusting", "filthy", "idiotic", "moronic"];
    private static readonly Model Shipped = Model.Load(File.ReadAllBytes(NewestModel()));
    private static readonly IReadOnlyList<ScoredRow> Rows = ScoredRow.All(Shipped, [.. Sentences("templates", "name"), .. Sentences("comments", null)]);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("diwan-evaluation");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Quality_is_stated_by_label_identity_and_disguise_each_with_its_interval()
    {
        var report = QualityReport.Of(Shipped, Rows, new Dictionary<string, double> { ["TOXICITY"] = 0.5 });

        Assert.Equal(["comments", "templates"], report.Labels.Select(label => label.Set));
        Assert.All(report.Labels, label => Assert.InRange(label.RocAuc.Value, label.RocAuc.Low, label.RocAuc.High));
        Assert.Equal(Terms.Order(), report.Identities.Single(identity => identity.Texts == "templates").Terms.Select(term => term.Term).Order());
        Assert.Equal(5, report.Disguises.Count);
        Assert.All(report.Disguises, disguise => Assert.Equal(disguise.Plain.Value - disguise.Disguised.Value, disguise.Lost.Value, 9));
        Assert.Null(report.SpanF1);
    }

    [Fact]
    public void Json_has_the_same_figures_and_null_where_nothing_could_be_measured()
    {
        var (json, text) = (Print(json: true), Print(json: false));

        using var document = JsonDocument.Parse(json);
        var labels = document.RootElement.GetProperty("labels");
        Assert.Equal(2, labels.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("spanF1").ValueKind);
        Assert.Contains(labels[0].GetProperty("rocAuc").GetProperty("value").GetDouble().ToString("F3", System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.Contains("Identities named in templates, en", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plots_are_drawn_of_comments_and_not_of_templates()
    {
        var files = new Learning.Evaluation.Evaluation(Shipped, Rows, new Dictionary<string, double>(), json: false, TextWriter.Null).DrawPlots(folder.FullName);

        Assert.Equal(["reliability-en-TOXICITY.svg", "risk-coverage-en.svg"], files.Select(Path.GetFileName));
        Assert.All(files, file => Assert.Contains("200 comments", string.Concat(XDocument.Load(file).DescendantNodes().OfType<XText>().Select(text => text.Value)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_measured_against_itself_does_not_shift()
    {
        var report = Learning.Evaluation.Shift.ShiftReport.Of(Shipped, Rows, Shipped, new Dictionary<string, double>());

        Assert.NotEmpty(report.Rows);
        Assert.All(report.Rows, row => Assert.Equal((0, 0, 0), (row.MeanShift.Value, row.CrossingUp.Value, row.CrossingDown.Value)));
    }

    private static string Print(bool json)
    {
        using var output = new StringWriter();
        new Learning.Evaluation.Evaluation(Shipped, Rows, new Dictionary<string, double>(), json, output).PrintQuality();
        return output.ToString();
    }

    // 100 kind and 100 rude ones, the same words around each term.
    private static IEnumerable<LabelledRow> Sentences(string set, string? template) =>
        from term in Terms
        from place in Enumerable.Range(0, 5)
        from person in new[] { "Ramón", "Sara", "Morgan", "Hiro", "Zoe" }
        from rude in new[] { false, true }
        let text = $"{person} is a {(rude ? Rude : Kind)[place]} {term}"
        select new LabelledRow(text, set, "en", "clean", text, new Dictionary<string, double> { ["toxic"] = rude ? 1 : 0 }, null, template);

    private static string NewestModel([CallerFilePath] string here = "") => Directory.EnumerateFiles(
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", "models"), "diwan-*.bin").Max(StringComparer.Ordinal)!;
}
