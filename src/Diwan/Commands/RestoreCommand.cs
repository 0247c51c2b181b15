using System.CommandLine;

namespace Diwan.Commands;

/// <summary><c>diwan restore PATH</c>: a site from its backup.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var path = new Argument<DirectoryInfo>("PATH") { Description = "Folder that 'diwan backup' made." };
        var data = SiteOptions.Data();
        var command = new Command("restore", "Makes a new data folder from a backup; never overwrites a site.\n\nExample: diwan restore backups/2026-11-22 --data ./restored") { path, data };
        command.SetAction(async (parsed, ct) =>
        {
            var source = parsed.GetValue(path)!;
            var target = parsed.GetValue(data)!;
            if (!File.Exists(Path.Combine(source.FullName, "diwan.db"))) throw new CommandException($"{source.FullName} is no backup: it holds no diwan.db");
            if (File.Exists(Path.Combine(target.FullName, "diwan.db"))) throw new CommandException($"{target.FullName} holds a site already; move it away or name another folder with --data");

            target.Create();
            BackupCommand.CopyFolder(Path.Combine(source.FullName, "keys"), Path.Combine(target.FullName, "keys"));
            BackupCommand.CopyFolder(Path.Combine(source.FullName, "media"), Path.Combine(target.FullName, "media"));
            File.Copy(Path.Combine(source.FullName, "diwan.db"), Path.Combine(target.FullName, "diwan.db"));

            await using var store = await SiteOptions.OpenAsync(target, ct);
            await store.CheckAsync(ct);
            Console.WriteLine($"restored to {target.FullName}");
            return CommandLine.Done;
        });
        return command;
    }
}
