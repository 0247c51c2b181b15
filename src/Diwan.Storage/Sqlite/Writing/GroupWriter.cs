using System.Threading.Channels;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Diwan.Storage.Sqlite.Writing;

/// <summary>The one writer of this process: everything that waits is committed together, and acknowledged only after the commit is on disk.</summary>
/// <remarks>See <c>docs/design/group-commit.md</c>.</remarks>
internal sealed partial class GroupWriter : IAsyncDisposable
{
    // A group larger than this would make its first caller wait for work that came long after.
    private const int MaxGroup = 256;

    private readonly SqliteSession _session;
    private readonly SqliteStoreOptions _options;
    private readonly TimeProvider _clock;
    private readonly LedgerSealer _sealer;
    private readonly Action _changed;
    private readonly ILogger _log;
    private readonly Channel<StoreUnit> _waiting;
    private readonly Task _loop;
    private int _outside;
    private long _done;
    private long _commits;

    /// <summary>Takes over <paramref name="session"/> and <paramref name="sealer"/>, and calls <paramref name="changed"/> after each commit that changed what readers see.</summary>
    public GroupWriter(SqliteSession session, LedgerSealer sealer, SqliteStoreOptions options, TimeProvider clock, Action changed, ILogger log)
    {
        (_session, _sealer, _options, _clock, _changed, _log) = (session, sealer, options, clock, changed, log);
        _waiting = Channel.CreateBounded<StoreUnit>(new BoundedChannelOptions(options.MaxWaitingWrites) { SingleReader = true });
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>What was done so far.</summary>
    public WriteFigures Figures => new(_waiting.Reader.Count + Volatile.Read(ref _outside), Volatile.Read(ref _done), Volatile.Read(ref _commits));

    /// <summary>Runs <paramref name="work"/> in a transaction of its own kind: whole or not at all, whatever its neighbours do. Returns after it is durable.</summary>
    /// <exception cref="StoreBusyException">Too many writes wait, or another process holds the file. Nothing was stored.</exception>
    public async Task<T> RunAsync<T>(Func<Session, T> work, CancellationToken ct)
    {
        var unit = new StoreUnit<T>(work, ct);
        if (!_waiting.Writer.TryWrite(unit)) await WaitForRoomAsync(unit, ct);
        return await unit.Done;
    }

    /// <summary>Ends after everything that waits is committed.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        // So that a copied file is whole; when another process still reads, the log stays and nothing is lost.
        _session.ExecuteScript("PRAGMA wal_checkpoint(TRUNCATE)");
        _session.Dispose();
        _sealer.Dispose();
    }

    private async Task WaitForRoomAsync(StoreUnit unit, CancellationToken ct)
    {
        // As many as may wait inside may wait for a place; whoever comes after them is told at once, so that waiting takes no more memory.
        if (Interlocked.Increment(ref _outside) > _options.MaxWaitingWrites)
        {
            Interlocked.Decrement(ref _outside);
            throw TooMany();
        }

        using var patience = new CancellationTokenSource(_options.BusyAfter, _clock);
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
            throw new ObjectDisposedException(nameof(GroupWriter));
        }
        finally
        {
            Interlocked.Decrement(ref _outside);
        }
    }

    private StoreBusyException TooMany() => new($"{_options.MaxWaitingWrites} writes wait already.");

    private async Task LoopAsync()
    {
        var group = new List<StoreUnit>(MaxGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            // Behind what is about to be handed in by others: alone it takes a microsecond, under load it makes the group larger.
            await Task.Yield();
            while (group.Count < MaxGroup && _waiting.Reader.TryRead(out var unit))
            {
                if (unit.IsGivenUp) unit.GiveUp();
                else group.Add(unit);
            }

            if (group.Count > 0) Commit(group);
            group.Clear();
        }
    }

    // A savepoint for each unit copies every page the unit touches. Nearly every group is sound, so each is tried without; when a
    // unit fails, all of it is rolled back and done again with savepoints, which tell the bad from the good.
    private void Commit(List<StoreUnit> group)
    {
        if (!TryCommit(group, withSavepoints: false)) TryCommit(group, withSavepoints: true);
    }

    // False when a unit failed and nothing is settled yet.
    private bool TryCommit(List<StoreUnit> group, bool withSavepoints)
    {
        var done = new List<StoreUnit>(group.Count);
        var isUnit = false;
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            _session.HasChange = false;
            isUnit = !withSavepoints;
            foreach (var unit in group)
            {
                if (!withSavepoints) unit.Run(_session);
                else if (!RunAlone(unit)) continue;
                done.Add(unit);
            }

            isUnit = false;
            _sealer.Seal(_session);
            _session.Execute("COMMIT");
        }
#pragma warning disable CA1031 // The writer outlives every failure; each caller of the group learns of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            RollBack();
            if (isUnit) return false;
            LogGroupFailed(group.Count, exception.GetType().Name, (exception as SqliteException)?.SqliteExtendedErrorCode ?? 0);
            var cause = exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY } ? new StoreBusyException("Another process holds the database.", exception) : exception;
            // Those that had failed alone know their own cause already.
            foreach (var unit in group) unit.Fail(cause);
            return true;
        }

        _sealer.Committed();
        Volatile.Write(ref _done, _done + done.Count);
        Volatile.Write(ref _commits, _commits + 1);
        foreach (var unit in done) unit.Acknowledge();
        if (_session.HasChange) _changed();
        return true;
    }

    // A failing unit goes back to where it began; its neighbours in the group stay.
    private bool RunAlone(StoreUnit unit)
    {
        _session.Execute("SAVEPOINT unit");
        try
        {
            unit.Run(_session);
            _session.Execute("RELEASE unit");
            return true;
        }
#pragma warning disable CA1031 // Handed to the unit's caller.
        catch (Exception exception) when (IsInTransaction)
#pragma warning restore CA1031
        {
            // Disk full or a failing disk may have ended the whole transaction already: then the group fails, not this unit alone.
            _session.Execute("ROLLBACK TO unit");
            _session.Execute("RELEASE unit");
            unit.Fail(exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT } moved && moved.Message.Contains("the site has moved", StringComparison.Ordinal)
                ? new StoreBusyException("The site has moved.", exception) : exception);
            return false;
        }
    }

    private bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_session.Connection.Handle!) == 0;

    private void RollBack()
    {
        try
        {
            if (IsInTransaction) _session.Execute("ROLLBACK");
        }
        catch (SqliteException exception)
        {
            LogRollbackFailed(exception.SqliteExtendedErrorCode);
        }
    }

    [LoggerMessage(4101, LogLevel.Error, "A commit of {Writes} write(s) failed with {Exception}, SQLite code {Code}: nothing of it was stored")]
    private partial void LogGroupFailed(int writes, string exception, int code);

    [LoggerMessage(4102, LogLevel.Error, "Rolling back failed with SQLite code {Code}")]
    private partial void LogRollbackFailed(int code);
}
