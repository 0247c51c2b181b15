namespace Diwan.Storage.Shared;

/// <summary>One piece of work on the store, whole or not at all, waiting for its turn.</summary>
internal abstract class StoreUnit(CancellationToken ct, Question? question = null)
{
    /// <summary>What has to be looked up for it, where that is known beforehand.</summary>
    public Question? Question => question;

    /// <summary>True when its caller gave up before its turn came.</summary>
    public bool IsGivenUp => ct.IsCancellationRequested;

    /// <summary>Does the work.</summary>
    public abstract void Run(Session session);

    /// <summary>Tells the caller that the work is done, and durable if it wrote.</summary>
    public abstract void Acknowledge();

    /// <summary>Tells the caller that nothing was stored, and why.</summary>
    public abstract void Fail(Exception cause);

    /// <summary>Tells the caller that it gave up in time: nothing was stored.</summary>
    public abstract void GiveUp();

    /// <summary>The caller's token.</summary>
    protected CancellationToken Token => ct;
}

/// <summary>One piece of work with its answer.</summary>
internal sealed class StoreUnit<T>(Func<Session, T> work, CancellationToken ct, Question? question = null) : StoreUnit(ct, question)
{
    // Continuations elsewhere: the writer's time belongs to the next group.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _answer = default!;

    /// <summary>Ends when the work is done, or has failed.</summary>
    public Task<T> Done => _done.Task;

    /// <inheritdoc/>
    public override void Run(Session session) => _answer = work(session);

    /// <inheritdoc/>
    public override void Acknowledge() => _done.TrySetResult(_answer);

    /// <inheritdoc/>
    public override void Fail(Exception cause) => _done.TrySetException(cause);

    /// <inheritdoc/>
    public override void GiveUp() => _done.TrySetCanceled(Token);
}
