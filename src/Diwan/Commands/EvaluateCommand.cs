using System.CommandLine;
using Diwan.Learning.Evaluation;
using Diwan.Learning.Evaluation.Coverage;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Storage.Content;

namespace Diwan.Commands;

/// <summary><c>diwan evaluate</c>: prints how well a model agrees with people, with intervals, and what follows for a desk.</summary>
internal static class EvaluateCommand
{
    private const string Help = """
        Prints quality per set, attribute, language and identity named, for plain and disguised words, each with its interval.
        In its place: with --risk-coverage what share of comments needs no person, with --against what another model's place would change.

        Example: diwan evaluate --model data/models/diwan-2026-11-22.bin --sets ./sets/dev --risk-coverage --error 0.02
        """;

    public static Command Create()
    {
        var model = new Option<FileInfo>("--model") { Description = "The model file.", Required = true, HelpName = "FILE" };
        var sets = new Option<FileSystemInfo>("--sets") { Description = "A labelled set (JSON lines, plain or gzipped) or a folder of them.", Required = true, HelpName = "PATH" };
        var coverage = new Option<bool>("--risk-coverage") { Description = "Prints what share of comments needs no person at each accepted error." };
        var errors = new Option<double[]>("--error")
        {
            Description = "With --risk-coverage: the accepted share of wrong decisions, such as 0.02; may be given again.",
            DefaultValueFactory = _ => [.. CoverageReport.UsualErrors],
            HelpName = "SHARE",
        };
        var against = new Option<FileInfo?>("--against") { Description = "Prints how scores shift from this older model's.", HelpName = "FILE" };
        var plots = new Option<DirectoryInfo?>("--plots") { Description = "Also draws reliability and risk-coverage plots (SVG) into this folder.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of tables." };
        var command = new Command("evaluate", Help) { model, sets, coverage, errors, against, plots, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(coverage) && parsed.GetValue(against) is not null)
                throw new CommandException("--risk-coverage and --against are two questions: ask one at a time", CommandLine.WrongUsage);
            if (parsed.GetValue(errors)!.Any(error => error is not (> 0 and < 1)))
                throw new CommandException("--error is a share above 0 and below 1, such as 0.02", CommandLine.WrongUsage);
            var path = parsed.GetValue(sets)!.FullName;
            if (!Path.Exists(path)) throw new CommandException($"there are no sets at {path}");

            var older = parsed.GetValue(against) is { } file ? Load(file) : null;
            var thresholds = EngineContent.ReadPolicy(SiteOptions.ContentFolder).Policy.Thresholds;
            var evaluation = Evaluation.Start(Load(parsed.GetValue(model)!), path, thresholds, parsed.GetValue(json), Console.Out);
            if (parsed.GetValue(coverage)) evaluation.PrintCoverage(parsed.GetValue(errors)!);
            else if (older is not null) evaluation.PrintShift(older);
            else evaluation.PrintQuality();

            // What is drawn is told aside: standard output is the report alone.
            if (parsed.GetValue(plots) is { } folder) Console.Error.WriteLine($"{evaluation.DrawPlots(folder.FullName).Count} plots in {folder.FullName}");
            return CommandLine.Done;
        });
        return command;
    }

    private static Classifier Load(FileInfo file)
    {
        if (!file.Exists) throw new CommandException($"there is no model {file.FullName}");
        using var stream = file.OpenRead();
        return Classifier.Load(stream);
    }
}
