namespace Diwan.Storage.Sqlite;

/// <summary>Where a site's data lies, and how patient its store is.</summary>
public sealed class SqliteStoreOptions : StoreOptions
{
    /// <summary>Name of the database within <see cref="Folder"/>.</summary>
    public const string FileName = "diwan.db";

    /// <summary>The data folder; made with mode 0700 when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Full path of the database.</summary>
    internal string DatabasePath => Path.Combine(Path.GetFullPath(Folder), FileName);
}
