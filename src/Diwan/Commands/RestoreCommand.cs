using System.CommandLine;
using Diwan.Comments.Retaining;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Commands;

/// <summary><c>diwan restore PATH</c>: a site from its backup.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var path = new Argument<DirectoryInfo>("PATH") { Description = "Folder that 'diwan backup' made." };
        var list = new Option<FileInfo?>("--erasures") { Description = "List of erasures (erasures.txt of the site that was lost) to erase again what the backup brings back.", HelpName = "FILE" };
        var data = SiteOptions.Data();
        var command = new Command("restore", "Makes a new data folder from a backup; never overwrites a site.\n\nExample: diwan restore backups/2026-11-22 --data ./restored") { path, list, data };
        command.SetAction(async (parsed, ct) =>
        {
            var source = parsed.GetValue(path)!;
            var target = parsed.GetValue(data)!;
            if (!File.Exists(Path.Combine(source.FullName, "diwan.db"))) throw new CommandException($"{source.FullName} is no backup: it holds no diwan.db");
            if (File.Exists(Path.Combine(target.FullName, "diwan.db"))) throw new CommandException($"{target.FullName} holds a site already; move it away or name another folder with --data");

            if (StorePlace.Of(parsed, target).IsShared) throw new CommandException("a site in PostgreSQL is restored by PostgreSQL's own programs (pg_restore, or point-in-time recovery); then 'diwan retain' on any node erases again what the list of erasures names");
            target.Create();
            await KeepErasuresAsync(source, parsed.GetValue(list), target, ct);
            BackupCommand.CopyFolder(Path.Combine(source.FullName, "keys"), Path.Combine(target.FullName, "keys"));
            BackupCommand.CopyFolder(Path.Combine(source.FullName, "media"), Path.Combine(target.FullName, "media"));
            File.Copy(Path.Combine(source.FullName, "diwan.db"), Path.Combine(target.FullName, "diwan.db"));

            await using var store = await SiteOptions.OpenSqliteAsync(target, ct);
            await store.CheckAsync(ct);
            var erase = new EraseComment(store.Comments, store.Erasures, store.Mail, TimeProvider.System, NullLogger<EraseComment>.Instance);
            var erased = await erase.ReplayAsync(ct);
            Console.WriteLine($"restored to {target.FullName}{(erased > 0 ? $"; {erased} comment(s) of the list of erasures erased again" : "")}");
            if (parsed.GetValue(list) is null)
                Console.WriteLine("note: what was erased after this backup is on the lost site's erasures.txt; give it with --erasures");
            return CommandLine.Done;
        });
        return command;
    }

    // Three lists may know of erasures: the backup's, the one that is given, and one that already lies in the target.
    private static async Task KeepErasuresAsync(DirectoryInfo source, FileInfo? given, DirectoryInfo target, CancellationToken ct)
    {
        const string name = "erasures.txt";
        if (given is { Exists: false }) throw new CommandException($"there is no file {given.FullName}");
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in (string?[])[Path.Combine(source.FullName, name), given?.FullName, Path.Combine(target.FullName, name)])
        {
            if (path is not null && File.Exists(path)) lines.UnionWith(await File.ReadAllLinesAsync(path, ct));
        }

        if (lines.Count > 0) await File.WriteAllLinesAsync(Path.Combine(target.FullName, name), lines, ct);
    }
}
