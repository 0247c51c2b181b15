using System.CommandLine;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Commands;

/// <summary>What every verb shares: the data folder, and how to open it.</summary>
internal static class SiteOptions
{
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
    public static Task<SqliteStore> OpenExistingAsync(DirectoryInfo data, CancellationToken ct) =>
        File.Exists(Path.Combine(data.FullName, "diwan.db")) ? OpenAsync(data, ct) : throw new CommandException($"there is no site in {data.FullName}");

    /// <summary>Opens the store in the data folder, making it when it is not there.</summary>
    public static Task<SqliteStore> OpenAsync(DirectoryInfo data, CancellationToken ct) =>
        SqliteStore.OpenAsync(new SqliteStoreOptions { Folder = data.FullName }, TimeProvider.System, NullLoggerFactory.Instance, ct);
}
