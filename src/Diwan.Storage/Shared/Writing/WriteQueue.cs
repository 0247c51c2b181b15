using System.Threading.Channels;

namespace Diwan.Storage.Shared.Writing;

/// <summary>Writes that wait for the one writer of this process: so many, and as many again for a place among them; whoever comes after those is told at once.</summary>
/// <remarks>Any number hand in; the writer alone takes out. See <c>docs/design/group-commit.md</c>.</remarks>
internal sealed class WriteQueue(StoreOptions options, TimeProvider clock)
{
    /// <summary>Units in a group at the most: a larger one would make its first caller wait for work that came long after.</summary>
    public const int MaxGroup = 256;

    private readonly Channel<StoreUnit> _waiting = Channel.CreateBounded<StoreUnit>(new BoundedChannelOptions(options.MaxWaitingWrites) { SingleReader = true });
    private int _outside;
    private long _done;
    private long _commits;

    /// <summary>What was done so far.</summary>
    public WriteFigures Figures => new(_waiting.Reader.Count + Volatile.Read(ref _outside), Volatile.Read(ref _done), Volatile.Read(ref _commits));

    /// <summary>Hands a unit in; returns with its answer once the writer has acknowledged it.</summary>
    /// <exception cref="StoreBusyException">Too many writes wait; or what the writer failed it with.</exception>
    public async Task<T> RunAsync<T>(StoreUnit<T> unit, CancellationToken ct)
    {
        if (!_waiting.Writer.TryWrite(unit)) await WaitForRoomAsync(unit, ct);
        return await unit.Done;
    }

    /// <summary>For the writer: true once something waits, false once the queue is closed and nothing is left in it.</summary>
    public ValueTask<bool> WaitAsync() => _waiting.Reader.WaitToReadAsync();

    /// <summary>For the writer: adds what waits to a group until it is full. Units whose callers gave up are left out, and told.</summary>
    public void Take(List<StoreUnit> group)
    {
        while (group.Count < MaxGroup && _waiting.Reader.TryRead(out var unit))
        {
            if (unit.IsGivenUp) unit.GiveUp();
            else group.Add(unit);
        }
    }

    /// <summary>For the writer: tells the callers of one commit that their work is durable.</summary>
    public void Acknowledge(IReadOnlyCollection<StoreUnit> done)
    {
        Volatile.Write(ref _done, _done + done.Count);
        Volatile.Write(ref _commits, _commits + 1);
        foreach (var unit in done) unit.Acknowledge();
    }

    /// <summary>Takes nothing more in; what waits already is still taken out.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    private async Task WaitForRoomAsync(StoreUnit unit, CancellationToken ct)
    {
        // As many as may wait inside may wait for a place; whoever comes after them is told at once, so that waiting takes no more memory.
        if (Interlocked.Increment(ref _outside) > options.MaxWaitingWrites)
        {
            Interlocked.Decrement(ref _outside);
            throw TooMany();
        }

        using var patience = new CancellationTokenSource(options.BusyAfter, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            await _waiting.Writer.WriteAsync(unit, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw TooMany();
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SiteStore));
        }
        finally
        {
            Interlocked.Decrement(ref _outside);
        }
    }

    private StoreBusyException TooMany() => new($"{options.MaxWaitingWrites} writes wait already.");
}
