using System.CommandLine;

namespace Diwan.Commands.Ledger;

/// <summary><c>diwan export --format ledger PATH</c>: the ledger for auditors, nothing personal in it.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var path = new Argument<DirectoryInfo>("PATH") { Description = "New folder for the export." };
        var format = new Option<string>("--format") { Description = "What to export.", DefaultValueFactory = _ => "ledger" };
        format.AcceptOnlyFromAmong("ledger");
        var data = SiteOptions.Data();
        var command = new Command(
            "export",
            "Writes the ledger as tiles (C2SP tlog-tiles) with its keys and checkpoint, and records.jsonl: every record that is nobody's (decisions, outcomes, policies, models, keys) with the key of its leaf; of comments and appeals the kind alone.\n\nExample: diwan export --format ledger ./ledger")
        { path, format, data };
        command.SetAction(async (parsed, ct) =>
        {
            var target = parsed.GetValue(path)!;
            if (target.Exists && target.EnumerateFileSystemInfos().Any()) throw new CommandException($"{target.FullName} is not empty");
            await using var store = await SiteOptions.OpenExistingAsync(parsed, data, ct);
            var entries = await LedgerExport.RunAsync(store.Ledger, target.FullName, ct);
            Console.WriteLine($"{entries} entries written to {target.FullName}");
            return CommandLine.Done;
        });
        return command;
    }
}
