using Diwan.Storage.Shared.Changes;

namespace Diwan.Storage.Postgres.Reading;

/// <summary>Tells whether the replica has every change that this node knows of: until it has, readers are served from the primary, so that no page is made anew from old rows.</summary>
internal sealed class PublishedGate : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly PostgresReaders _replica;
    private readonly Lock _turn = new();
    private long _needed;
    private long _reached = -1;
    private long _closes;
    private long _opened = -1;
    private bool _isLooking;
    private bool _isEnding;

    /// <summary>Watches a replica.</summary>
    public PublishedGate(PostgresReaders replica) => _replica = replica;

    /// <summary>True when what is read from the replica is as new as what this node knows.</summary>
    public bool IsOpen => Volatile.Read(ref _reached) >= Volatile.Read(ref _needed) && Volatile.Read(ref _opened) == Volatile.Read(ref _closes);

    /// <summary>This node has committed a change whose number it does not know yet: shut until the feed has told it.</summary>
    public void Close() => Interlocked.Increment(ref _closes);

    /// <summary>The newest change this node knows of.</summary>
    public void Know(long seq)
    {
        lock (_turn)
        {
            // After a failover without the standby's word numbers may begin anew below what was known.
            Volatile.Write(ref _needed, seq);
            _opened = Volatile.Read(ref _closes);
            if (_isLooking || _isEnding || _reached >= seq) return;
            _isLooking = true;
        }

        _ = Task.Run(LookAsync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_turn) _isEnding = true;
    }

    private async Task LookAsync()
    {
        while (true)
        {
            long reached;
            try
            {
                reached = await _replica.RunAsync(session => session.Number(ChangeSql.Newest) ?? 0, CancellationToken.None);
            }
            catch (Exception exception) when (exception is StoreBusyException or InvalidOperationException)
            {
                reached = -1;
            }

            lock (_turn)
            {
                _reached = reached;
                if (_isEnding || _reached >= _needed)
                {
                    _isLooking = false;
                    return;
                }
            }

            await Task.Delay(Pause);
        }
    }
}
