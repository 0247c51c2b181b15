namespace Diwan.Storage.Sqlite;

/// <summary>Where a site's data lies, and how patient its store is.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>Name of the database within <see cref="Folder"/>.</summary>
    public const string FileName = "diwan.db";

    /// <summary>The data folder; made with mode 0700 when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>How many writes may wait for the next commit. 1 to 100,000; default 1,024: sixteen commits' worth at 64 connections.</summary>
    public int MaxWaitingWrites
    {
        get;
        init => field = value is >= 1 and <= 100_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 100,000");
    } = 1_024;

    /// <summary>How long a write waits for room among the waiting ones before <see cref="StoreBusyException"/>. Default 5 seconds.</summary>
    public TimeSpan BusyAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a commit waits for another process's before <see cref="StoreBusyException"/>, in whole seconds. Default 10 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Connections that read at once. 1 to 64; default two for each core, as reads are served from memory.</summary>
    public int Readers
    {
        get;
        init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 64");
    } = Math.Clamp(Environment.ProcessorCount * 2, 4, 64);

    /// <summary>Full path of the database.</summary>
    internal string DatabasePath => Path.Combine(Path.GetFullPath(Folder), FileName);
}
