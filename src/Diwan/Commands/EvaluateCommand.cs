using System.CommandLine;
using Diwan.Learning.Evaluation;
using Diwan.Learning.Evaluation.Comparison;
using Diwan.Learning.Evaluation.Coverage;
using Diwan.Learning.Evaluation.Reports;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Storage.Content;

namespace Diwan.Commands;

/// <summary><c>diwan evaluate</c>: prints how well a model agrees with people, with intervals, and what follows for a desk.</summary>
internal static class EvaluateCommand
{
    private const string Help = """
        Prints quality per set, attribute, language and identity named, for plain and disguised words, each with its interval.
        In its place: with --risk-coverage what share of comments needs no person, with --against what taking another model's place would change,
        with --compare how scores stand to those of another service, such as the Perspective API, and where thresholds go.

        Example: diwan evaluate --model data/models/diwan-2026-11-29c.bin --sets ./sets/dev --risk-coverage --error 0.02
        """;

    public static Command Create()
    {
        var model = new Option<FileInfo>("--model") { Description = "The model file.", Required = true, HelpName = "FILE" };
        var sets = new Option<FileSystemInfo?>("--sets") { Description = "A labelled set (JSON lines, plain or gzipped) or a folder of them; not needed with --compare.", HelpName = "PATH" };
        var coverage = new Option<bool>("--risk-coverage") { Description = "Prints what share of comments needs no person at each accepted error." };
        var errors = Shares("--error", "With --risk-coverage: the accepted share of wrong decisions, such as 0.02; may be given again.", CoverageReport.UsualErrors);
        var against = new Option<FileInfo?>("--against") { Description = "Prints how scores shift from this older model's.", HelpName = "FILE" };
        var compare = new Option<FileInfo?>("--compare") { Description = "Prints how scores stand to the old ones in this file of JSON lines {\"text\",\"scores\":{\"TOXICITY\":0.7}}.", HelpName = "FILE" };
        var thresholds = Shares("--threshold", "With --compare: a threshold on the old scores, such as 0.8; may be given again.", ComparisonReport.UsualThresholds);
        var plots = new Option<DirectoryInfo?>("--plots") { Description = "Also draws reliability and risk-coverage plots (SVG) into this folder.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of tables." };
        var command = new Command("evaluate", Help) { model, sets, coverage, errors, against, compare, thresholds, plots, json };
        command.Validators.Add(result =>
        {
            bool[] questions = [result.GetValue(coverage), result.GetValue(against) is not null, result.GetValue(compare) is not null];
            if (questions.Count(asked => asked) > 1) result.AddError("--risk-coverage, --against and --compare are different questions: ask one at a time.");
            if (result.GetValue(compare) is null && result.GetValue(sets) is null) result.AddError("Option '--sets' is required.");
            if (result.GetValue(compare) is not null && result.GetValue(plots) is not null) result.AddError("--plots needs labelled sets, not --compare.");
        });
        command.SetAction(parsed =>
        {
            var asJson = parsed.GetValue(json);
            if (parsed.GetValue(compare) is { } old) Compare(Load(parsed.GetValue(model)!), old, parsed.GetValue(thresholds)!, asJson);
            else Evaluate(parsed, asJson);
            return CommandLine.Done;
        });
        return command;

        void Evaluate(ParseResult parsed, bool asJson)
        {
            var path = parsed.GetValue(sets)!.FullName;
            if (!Path.Exists(path)) throw new CommandException($"there are no sets at {path}");
            var older = parsed.GetValue(against) is { } file ? Load(file) : null;
            var policy = EngineContent.ReadPolicy(SiteOptions.ContentFolder).Policy;
            var evaluation = Evaluation.Start(Load(parsed.GetValue(model)!), path, policy.Thresholds, asJson, Console.Out);
            if (parsed.GetValue(coverage)) evaluation.PrintCoverage(parsed.GetValue(errors)!);
            else if (older is not null) evaluation.PrintShift(older);
            else evaluation.PrintQuality();

            // What is drawn is told aside: standard output is the report alone.
            if (parsed.GetValue(plots) is { } folder) Console.Error.WriteLine($"{evaluation.DrawPlots(folder.FullName).Count} plots in {folder.FullName}");
        }
    }

    private static void Compare(Classifier model, FileInfo old, IReadOnlyList<double> thresholds, bool json)
    {
        if (!old.Exists) throw new CommandException($"there is no file {old.FullName}");
        var languages = EngineContent.ReadLanguages(SiteOptions.ContentFolder);
        Report.Print(ComparisonReport.Of(model, languages, ComparedRows.Read(old.FullName), thresholds), ReportText.Write, json, Console.Out);
    }

    private static Option<double[]> Shares(string name, string description, IReadOnlyList<double> usual)
    {
        var option = new Option<double[]>(name) { Description = description, DefaultValueFactory = _ => [.. usual], HelpName = "SHARE" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double[]>()?.Any(share => share is not (> 0 and < 1)) ?? false) result.AddError($"{name} lies above 0 and below 1.");
        });
        return option;
    }

    private static Classifier Load(FileInfo file)
    {
        if (!file.Exists) throw new CommandException($"there is no model {file.FullName}");
        using var stream = file.OpenRead();
        return Classifier.Load(stream);
    }
}
