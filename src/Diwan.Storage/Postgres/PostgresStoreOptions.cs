namespace Diwan.Storage.Postgres;

/// <summary>Where a site's data lies when many nodes share it, and how patient its store is.</summary>
/// <remarks>Each connection that reads has a thread of its own.</remarks>
public sealed class PostgresStoreOptions : StoreOptions
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

    /// <summary>How long an answer is waited for. Default 5 seconds for reads; a commit, which may wait for a standby, has twice as long.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
