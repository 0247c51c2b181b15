namespace Diwan.Storage;

/// <summary>How patient a site's store is, and how many it serves at once, whichever database keeps it.</summary>
public abstract class StoreOptions
{
    /// <summary>The two databases have theirs.</summary>
    private protected StoreOptions()
    {
    }

    /// <summary>How many writes may wait for the next commit. 1 to 100,000; default 1,024: sixteen commits' worth at 64 connections.</summary>
    public int MaxWaitingWrites
    {
        get;
        init => field = value is >= 1 and <= 100_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 100,000");
    } = 1_024;

    /// <summary>How long a write waits for room among the waiting ones, and for a database server that is away, before <see cref="StoreBusyException"/>. Default 5 seconds.</summary>
    public TimeSpan BusyAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a commit waits for another process's or node's before <see cref="StoreBusyException"/>, in whole seconds with SQLite. Default 10 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Connections that read at once, from each database where there is a copy. 1 to 64; default two for each core, at least four.</summary>
    public int Readers
    {
        get;
        init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 64");
    } = Math.Clamp(Environment.ProcessorCount * 2, 4, 64);
}
