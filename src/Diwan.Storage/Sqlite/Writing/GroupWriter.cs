using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Diwan.Storage.Sqlite.Writing;

/// <summary>The one writer of this process: everything that waits is committed together, and acknowledged only after the commit is on disk.</summary>
/// <remarks>See <c>docs/design/group-commit.md</c>.</remarks>
internal sealed partial class GroupWriter : IAsyncDisposable
{
    private readonly SqliteSession _session;
    private readonly LedgerSealer _sealer;
    private readonly Action _changed;
    private readonly ILogger _log;
    private readonly WriteQueue _waiting;
    private readonly Task _loop;

    /// <summary>Takes over <paramref name="session"/> and <paramref name="sealer"/>, and calls <paramref name="changed"/> after each commit that changed what readers see.</summary>
    public GroupWriter(SqliteSession session, LedgerSealer sealer, SqliteStoreOptions options, TimeProvider clock, Action changed, ILogger log)
    {
        (_session, _sealer, _changed, _log) = (session, sealer, changed, log);
        _waiting = new(options, clock);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>What was done so far.</summary>
    public WriteFigures Figures => _waiting.Figures;

    /// <summary>Runs <paramref name="work"/> in a transaction of its own kind: whole or not at all, whatever its neighbours do. Returns after it is durable.</summary>
    /// <exception cref="StoreBusyException">Too many writes wait, or another process holds the file. Nothing was stored.</exception>
    public Task<T> RunAsync<T>(Func<Session, T> work, CancellationToken ct) => _waiting.RunAsync(new StoreUnit<T>(work, ct), ct);

    /// <summary>Ends after everything that waits is committed.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Close();
        await _loop;
        // So that a copied file is whole; when another process still reads, the log stays and nothing is lost.
        _session.ExecuteScript("PRAGMA wal_checkpoint(TRUNCATE)");
        _session.Dispose();
        _sealer.Dispose();
    }

    private async Task LoopAsync()
    {
        var group = new List<StoreUnit>(WriteQueue.MaxGroup);
        while (await _waiting.WaitAsync())
        {
            // Behind what is about to be handed in by others: alone it takes a microsecond, under load it makes the group larger.
            await Task.Yield();
            _waiting.Take(group);
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
        _waiting.Acknowledge(done);
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
