using System.CommandLine;
using Diwan.Storage;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Commands;

/// <summary>What every verb shares: where the site is, and how to open it.</summary>
internal static class SiteOptions
{
    /// <summary><c>--store ADDRESS</c>, of every verb.</summary>
    public static readonly Option<string?> Store = new("--store")
    {
        Description = "Address of the PostgreSQL database that keeps the site, such as postgres://diwan@db1,db2/diwan; without it DIWAN_STORE, 'store' in site.yaml, or else SQLite in the data folder. A password is better kept in DIWAN_STORE or site.yaml than typed here.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    /// <summary><c>--data DIR</c>.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "Folder of the site's database, keys and pictures.",
        DefaultValueFactory = _ => new DirectoryInfo("diwan-data"),
        HelpName = "DIR",
    };

    /// <summary>Folder of what ships with the program.</summary>
    public static string ContentFolder => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Opens the store of a site that is there.</summary>
    /// <exception cref="CommandException">There is none in the folder.</exception>
    public static Task<SiteStore> OpenExistingAsync(ParseResult parsed, Option<DirectoryInfo> data, CancellationToken ct)
    {
        var place = StorePlace.Of(parsed, parsed.GetValue(data)!);
        return place.Exists ? place.OpenAsync(ct) : throw new CommandException($"there is no site in {place.Folder}");
    }

    /// <summary>Opens the store of the site, making it when it is not there.</summary>
    public static Task<SiteStore> OpenAsync(ParseResult parsed, Option<DirectoryInfo> data, CancellationToken ct) =>
        StorePlace.Of(parsed, parsed.GetValue(data)!).OpenAsync(ct);

    /// <summary>Opens the SQLite store in a folder, making it when it is not there.</summary>
    public static Task<SqliteStore> OpenSqliteAsync(DirectoryInfo folder, CancellationToken ct) =>
        SqliteStore.OpenAsync(new SqliteStoreOptions { Folder = folder.FullName }, TimeProvider.System, NullLoggerFactory.Instance, ct);
}
