using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Writing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Diwan.Storage.Postgres.Writing;

/// <summary>The one writer of this node: everything that waits is committed together, in this node's turn among all nodes, and acknowledged only after the commit is durable.</summary>
/// <remarks>It has a thread of its own, so that a database that does not answer holds up nothing else. See <c>docs/decisions/2026-11-29-postgres.md</c>.</remarks>
internal sealed partial class PostgresWriter : IAsyncDisposable
{
    private readonly WriterConnection _connection;
    private readonly PostgresStoreOptions _options;
    private readonly TimeProvider _clock;
    private readonly LedgerSealer _sealer;
    private readonly Action _changed;
    private readonly ILogger _log;
    private readonly WriteQueue _waiting;
    private readonly Task _loop;

    /// <summary>Opens connections when they are needed, takes over <paramref name="sealer"/>, and calls <paramref name="changed"/> after each commit that changed what readers see.</summary>
    public PostgresWriter(NpgsqlDataSource source, LedgerSealer sealer, PostgresStoreOptions options, TimeProvider clock, Action changed, ILogger log)
    {
        (_sealer, _options, _clock, _changed, _log) = (sealer, options, clock, changed, log);
        _connection = new(source, options);
        _waiting = new(options, clock);
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What was done so far.</summary>
    public WriteFigures Figures => _waiting.Figures;

    /// <summary>Runs a write, whole or not at all, whatever its neighbours do. Returns after it is durable.</summary>
    /// <exception cref="StoreBusyException">Too many writes wait, or the database is away. Nothing was acknowledged.</exception>
    public Task<T> RunAsync<T>(Func<Session, T> work, Question? question, CancellationToken ct) => _waiting.RunAsync(new StoreUnit<T>(work, ct, question), ct);

    /// <summary>Ends after everything that waits is committed.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Close();
        await _loop;
        _connection.Dispose();
        _sealer.Dispose();
    }

    private void Loop()
    {
        var group = new List<StoreUnit>(WriteQueue.MaxGroup);
        while (_waiting.WaitAsync().AsTask().GetAwaiter().GetResult())
        {
            // Behind what is about to be handed in by others: alone it takes a moment, under load it makes the group larger.
            Thread.Yield();
            _waiting.Take(group);
            if (group.Count > 0) Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<StoreUnit> group)
    {
        var began = _clock.GetTimestamp();
        while (true)
        {
            var attempt = new WriterAttempt(_connection, _sealer, group);
            try
            {
                // Nearly every group is sound, so each is tried whole; when a unit fails, all of it is done again with savepoints, which tell the bad from the good.
                if (!attempt.Run(withSavepoints: false)) attempt.Run(withSavepoints: true);
                Settle(attempt);
                return;
            }
#pragma warning disable CA1031 // The writer outlives every failure; each caller of the group learns of it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var isAway = PostgresFaults.IsAway(exception) || _connection.IsBroken;
                if (isAway || attempt.IsUnsafe) _connection.Drop();
                else _connection.RollBack();
                if (isAway && attempt.WasSent && attempt.IsThere(_options.BusyAfter))
                {
                    Settle(attempt);
                    return;
                }

                // Nothing of it can have been stored: the primary may be back, or be another, in a moment.
                if (isAway && !attempt.WasSent && _clock.GetElapsedTime(began) < _options.BusyAfter)
                {
                    WriterConnection.Rest();
                    continue;
                }

                LogGroupFailed(group.Count, exception.GetType().Name, (exception as PostgresException)?.SqlState ?? "");
                var cause = isAway || attempt.IsUnsafe || PostgresFaults.IsBusy(exception) ? new StoreBusyException("The database cannot take writes now.", exception) { MayBeStored = attempt.WasSent && (isAway || attempt.IsUnsafe) } : exception;
                foreach (var unit in group) unit.Fail(cause);
                return;
            }
        }
    }

    private void Settle(WriterAttempt attempt)
    {
        _sealer.Committed();
        _waiting.Acknowledge(attempt.Done);
        if (attempt.HasChange) _changed();
    }

    [LoggerMessage(4201, LogLevel.Error, "A commit of {Writes} write(s) failed with {Exception}, PostgreSQL code {Code}: nothing of it was acknowledged")]
    private partial void LogGroupFailed(int writes, string exception, string code);
}
