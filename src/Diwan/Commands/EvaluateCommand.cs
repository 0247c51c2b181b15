using System.CommandLine;
using Diwan.Learning.Evaluation;
using Diwan.Storage.Content;

namespace Diwan.Commands;

/// <summary><c>diwan evaluate</c>: prints how well a model agrees with people, with intervals.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = new Option<FileInfo>("--model") { Description = "The model file.", Required = true, HelpName = "FILE" };
        var sets = new Option<FileSystemInfo>("--sets") { Description = "A labelled set (JSON lines, plain or gzipped) or a folder of them.", Required = true, HelpName = "PATH" };
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of tables." };
        var command = new Command("evaluate", "Prints quality per set, attribute and language, and what share of comments needs no person.\n\nExample: diwan evaluate --model data/models/diwan-2026-11-22.bin --sets ../shared/data/dev") { model, sets, json };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(model)!;
            if (!file.Exists) throw new CommandException($"there is no model {file.FullName}");
            var path = parsed.GetValue(sets)!.FullName;
            if (!Path.Exists(path)) throw new CommandException($"there are no sets at {path}");
            var thresholds = EngineContent.Read(SiteOptions.ContentFolder).DefaultPolicy.Thresholds;
            Evaluation.Run(file.FullName, path, thresholds, parsed.GetValue(json), Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}
