using System.CommandLine;

namespace Diwan.Commands;

/// <summary><c>diwan backup PATH</c>: a consistent copy while serving.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var path = new Argument<DirectoryInfo>("PATH") { Description = "New folder for the copy." };
        var data = SiteOptions.Data();
        var command = new Command("backup", "Copies database, keys and pictures, consistently, while serving.\n\nExample: diwan backup backups/2026-11-22") { path, data };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = parsed.GetValue(data)!;
            var target = parsed.GetValue(path)!;
            if (StorePlace.Of(parsed, folder).IsShared)
                throw new CommandException("a site in PostgreSQL is backed up by PostgreSQL's own programs (pg_dump, pg_basebackup); keep keys/cluster and erasures.txt of a node's data folder beside the copy");
            if (!File.Exists(Path.Combine(folder.FullName, "diwan.db"))) throw new CommandException($"there is no site in {folder.FullName}");
            if (target.Exists && target.EnumerateFileSystemInfos().Any()) throw new CommandException($"{target.FullName} is not empty");

            await using var store = await SiteOptions.OpenSqliteAsync(folder, ct);
            target.Create();
            await store.BackupAsync(Path.Combine(target.FullName, "diwan.db"), ct);
            foreach (var part in (string[])["keys", "media"]) CopyFolder(Path.Combine(folder.FullName, part), Path.Combine(target.FullName, part));
            var erasures = Path.Combine(folder.FullName, "erasures.txt");
            if (File.Exists(erasures)) File.Copy(erasures, Path.Combine(target.FullName, "erasures.txt"));
            Console.WriteLine($"backed up to {target.FullName}");
            return CommandLine.Done;
        });
        return command;
    }

    internal static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
