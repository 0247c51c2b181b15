using System.CommandLine;
using System.Globalization;
using Diwan.Storage.Moving;
using Diwan.Storage.Postgres;

namespace Diwan.Commands;

/// <summary><c>diwan migrate --to ADDRESS|DIR</c>: a live site from its SQLite file to PostgreSQL, and back.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "Where to: the address of an empty PostgreSQL database, or a new data folder when the site is in PostgreSQL now.", Required = true, HelpName = "ADDRESS|DIR" };
        var data = SiteOptions.Data();
        var command = new Command(
            "migrate",
            "Carries a live site from SQLite to PostgreSQL, or back. Readers are served meanwhile; what is written is told to come again, until the site is started at its new place. Everything is read back and compared; the old place then takes no more writes.\n\nExample: diwan migrate --to postgres://diwan@db1/diwan --data ./diwan-data\nExample: diwan migrate --store postgres://diwan@db1/diwan --to ./diwan-data-new --data ./node1")
        { to, data };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = parsed.GetValue(data)!;
            var target = parsed.GetValue(to)!;
            var from = StorePlace.Of(parsed, folder);
            var report = await RunAsync(from, target, folder, ct);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                moved: {report.Tables["comments"]} comments, {report.Tables["decisions"]} decisions, {report.Tables.Values.Sum()} rows in all, {report.Pictures} pictures, {report.LedgerSize} entries of the ledger
                compared: every row by its SHA-256, every comment's text with its hash
                pause: {report.Pause.TotalSeconds:0.0} s in which nothing could be written; the old place takes no more writes
                next: {Next(from, target)}
                """));
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<MoveReport> RunAsync(StorePlace from, string target, DirectoryInfo folder, CancellationToken ct)
    {
        try
        {
            if (PostgresAddress.IsMeant(target))
            {
                if (from.IsShared) throw new CommandException("the site is in PostgreSQL already; from one PostgreSQL to another its own programs carry it", CommandLine.WrongUsage);
                if (!from.Exists) throw new CommandException($"there is no site in {from.Folder}");
                // Brought to the newest version, as a start would do.
                await (await from.OpenAsync(ct)).DisposeAsync();
                return await MoveToPostgres.RunAsync(folder.FullName, StorePlace.Shared(target, folder).Options(), Console.WriteLine, ct);
            }

            if (!from.IsShared) throw new CommandException("--to takes an address that begins with postgres://, or --store says that the site is in PostgreSQL now", CommandLine.WrongUsage);
            return await MoveToSqlite.RunAsync(from.Options(), Path.GetFullPath(target), Console.WriteLine, ct);
        }
        catch (MoveException exception)
        {
            throw new CommandException(exception.Message);
        }
    }

    private static string Next(StorePlace from, string target) => from.IsShared
        ? $"start 'diwan serve --data {target}' without --store, with site.yaml of a node's folder; then 'diwan verify --data {target}'"
        : "set 'store' in site.yaml or DIWAN_STORE to the new address and start 'diwan serve' again; then 'diwan verify'. Other nodes need keys/cluster of this data folder";
}
