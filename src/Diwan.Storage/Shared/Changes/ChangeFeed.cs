using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Diwan.Comments.Stores;

namespace Diwan.Storage.Shared.Changes;

/// <summary>Tells what was changed, in the order of its numbers: reads the table of changes at once after a commit of this process, and whenever it is woken. For one reader at a time.</summary>
internal abstract class ChangeFeed(TimeProvider clock) : IChangeFeed
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Number of the newest change that was told, or was there when the feed began.</summary>
    protected long Position { get; set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Change> ReadAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchAsync(ending.Token);
        try
        {
            while (!ct.IsCancellationRequested)
            {
                foreach (var (seq, change) in await ReadNewAsync(ct))
                {
                    Position = seq;
                    yield return change;
                }

                if (!await WaitAsync(ct)) break;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await watching;
        }
    }

    /// <summary>Says that this process has committed a change.</summary>
    public virtual void Signal() => Wake();

    /// <summary>Has the table read again.</summary>
    protected void Wake() => _signal.Writer.TryWrite(true);

    /// <summary>What came after <see cref="Position"/>, in order.</summary>
    /// <exception cref="ChangeGapException">Changes are missing; the position is the newest one's now.</exception>
    protected abstract Task<List<(long Seq, Change Change)>> ReadNewAsync(CancellationToken ct);

    /// <summary>While somebody reads: wakes the feed when others may have changed something.</summary>
    protected abstract Task WatchAsync(CancellationToken ct);

    /// <summary>Does something again and again, until cancelled.</summary>
    protected async Task EveryAsync(TimeSpan interval, Action act, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ct)) act();
        }
        catch (OperationCanceledException)
        {
            // The reader has gone.
        }
    }

    /// <summary>A row of the table of changes.</summary>
    protected static (long Seq, Change Change) ChangeOf(Row row) => (row.Number(0), new((ChangeKind)row.Number(1), row.Text(2)));

    private async Task<bool> WaitAsync(CancellationToken ct)
    {
        try
        {
            return await _signal.Reader.ReadAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
