using System.CommandLine;
using Diwan.Learning.Languages;
using Diwan.Learning.Training;

namespace Diwan.Commands;

/// <summary><c>diwan train</c>: rebuilds a model from the data sets, bit for bit.</summary>
internal static class TrainCommand
{
    private enum Model
    {
        Classifier,
        Language,
    }

    public static Command Create()
    {
        var sets = new Option<DirectoryInfo>("--sets") { Description = "Folder with train/, dev/, language/ and wordlists/.", Required = true, HelpName = "DIR" };
        var output = new Option<FileInfo>("--out") { Description = "File to write the model to.", Required = true, HelpName = "FILE" };
        var model = new Option<Model>("--model") { Description = "Which model: classifier or language.", DefaultValueFactory = _ => Model.Classifier };
        var command = new Command("train", "Rebuilds a model; the same sets give the same bytes.\n\nExample: diwan train --sets ./sets --out data/models/diwan.bin") { sets, output, model };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(sets)!;
            if (!folder.Exists) throw new CommandException($"there is no folder {folder.FullName}");
            var target = parsed.GetValue(output)!;
            // Said now, and not after minutes of training.
            if (target.Directory is not { Exists: true }) throw new CommandException($"there is no folder {target.DirectoryName}");
            var file = target.FullName;
            if (parsed.GetValue(model) is Model.Language) LanguageTraining.Run(folder.FullName, file);
            else Training.Run(folder.FullName, file, Console.Out);
            return CommandLine.Done;
        });
        return command;
    }
}
