using Diwan.Storage.Shared.Reading;

namespace Diwan.Storage.Shared;

/// <summary>What every store works with: reads, the one way to disk, and cursors.</summary>
internal abstract class Database(CursorCodec cursors)
{
    /// <summary>Writes and reads cursors.</summary>
    public CursorCodec Cursors => cursors;

    /// <summary>Runs a read that sees everything acknowledged before it began.</summary>
    public abstract Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken ct);

    /// <summary>Runs a read of several statements that must agree with each other.</summary>
    public abstract Task<T> ReadTogetherAsync<T>(Func<Session, T> read, CancellationToken ct);

    /// <summary>Runs a read of what is published, for its readers: it may be served by a copy that has every change this process has told of.</summary>
    public virtual Task<T> ReadPublishedAsync<T>(Func<Session, T> read, bool together, CancellationToken ct) =>
        together ? ReadTogetherAsync(read, ct) : ReadAsync(read, ct);

    /// <summary>Runs a write, whole or not at all; returns after it is durable.</summary>
    /// <exception cref="StoreBusyException">It cannot be taken now. Nothing was acknowledged.</exception>
    public abstract Task<T> WriteAsync<T>(Func<Session, T> write, CancellationToken ct, Question? question = null);
}
