namespace Diwan.Storage;

/// <summary>The store cannot take a write now: too many wait already, another process holds it, or it is away. Trying again later is right.</summary>
public sealed class StoreBusyException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>False: nothing was stored. True: the answer of a database was lost, and it may have been; only the same idempotency key tells when it is sent again.</summary>
    public bool MayBeStored { get; init; }
}
