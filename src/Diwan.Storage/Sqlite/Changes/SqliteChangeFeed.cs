using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Changes;

namespace Diwan.Storage.Sqlite.Changes;

/// <summary>Reads the table of changes: at once after a commit of this process, and when the file shows that another process has written.</summary>
internal sealed class SqliteChangeFeed : IChangeFeed, IDisposable
{
    // Half of the half second that is promised: looking costs one read of the file's shared header.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private const string DataVersionSql = "PRAGMA data_version";

    private readonly SqliteSession _session;
    private readonly TimeProvider _clock;
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long _position;

    /// <summary>Takes over a reading session; starts after the newest change there is.</summary>
    public SqliteChangeFeed(SqliteSession session, TimeProvider clock)
    {
        (_session, _clock) = (session, clock);
        _position = Newest();
    }

    /// <summary>Says that this process has committed.</summary>
    public void Signal() => _signal.Writer.TryWrite(true);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Change> ReadAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchAsync(ending.Token);
        try
        {
            while (!ct.IsCancellationRequested)
            {
                foreach (var (seq, change) in ReadNew())
                {
                    _position = seq;
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

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private List<(long Seq, Change Change)> ReadNew()
    {
        lock (_session)
        {
            var rows = _session.All(
                ChangeSql.After, row => (row.Number(0), new Change((ChangeKind)row.Number(1), row.Text(2))), ("@seq", _position));
            if (rows.Count == 0 || rows[0].Item1 == _position + 1) return rows;
            _position = rows[^1].Item1;
            throw new ChangeGapException();
        }
    }

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

    // data_version moves when any other connection has written, whichever process it belongs to.
    private async Task WatchAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Interval, _clock);
        var seen = DataVersion();
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                var version = DataVersion();
                if (version != seen) Signal();
                seen = version;
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone.
        }
    }

    private long? DataVersion()
    {
        lock (_session) return _session.Number(DataVersionSql);
    }

    private long Newest()
    {
        lock (_session) return _session.Number(ChangeSql.Newest) ?? 0;
    }
}
