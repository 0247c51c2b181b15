namespace Diwan.Storage.Postgres;

/// <summary>Where a site's data lies when many nodes share it, and how patient its store is.</summary>
public sealed class PostgresStoreOptions
{
    /// <summary>The database that takes writes: of several hosts, the one that is the primary now.</summary>
    public required PostgresAddress Primary { get; init; }

    /// <summary>A copy for what readers see; null to read everything from the primary.</summary>
    public PostgresAddress? Replica { get; init; }

    /// <summary>The node's own folder: the cluster's key, and this node's list of erasures. Made with mode 0700 when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>The cluster's key, 32 bytes; null to take it from <c>keys/cluster</c> of <see cref="Folder"/>.</summary>
    public byte[]? ClusterKey { get; init; }

    /// <summary>Wakes the other nodes besides PostgreSQL's own <c>NOTIFY</c>; null where that is enough.</summary>
    public INodeSignal? Signal { get; init; }

    /// <summary>How many writes may wait for the next commit. 1 to 100,000; default 1,024.</summary>
    public int MaxWaitingWrites
    {
        get;
        init => field = value is >= 1 and <= 100_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 100,000");
    } = 1_024;

    /// <summary>How long a write waits for room among the waiting ones, and for a database that is away, before <see cref="StoreBusyException"/>. Default 5 seconds.</summary>
    public TimeSpan BusyAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a commit waits for another node's. Default 10 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer is waited for. Default 5 seconds for reads; a commit, which may wait for a standby, has twice as long.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections that read at once from each database, each with a thread of its own. 1 to 64; default two for each core, at least four.</summary>
    public int Readers
    {
        get;
        init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 64");
    } = Math.Clamp(Environment.ProcessorCount * 2, 4, 64);
}
