using System.Threading.Channels;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Diwan.Storage.Postgres.Writing;

/// <summary>The one writer of this node: everything that waits is committed together, in this node's turn among all nodes, and acknowledged only after the commit is durable.</summary>
/// <remarks>It has a thread of its own, so that a database that does not answer holds up nothing else. See <c>docs/decisions/2026-11-29-postgres.md</c>.</remarks>
internal sealed partial class PostgresWriter : IAsyncDisposable
{
    // A group larger than this would make its first caller wait for work that came long after.
    private const int MaxGroup = 256;

    private readonly WriterConnection _connection;
    private readonly PostgresStoreOptions _options;
    private readonly TimeProvider _clock;
    private readonly LedgerSealer _sealer;
    private readonly Action _changed;
    private readonly ILogger _log;
    private readonly Channel<StoreUnit> _waiting;
    private readonly Task _loop;
    private int _outside;
    private long _done;
    private long _commits;

    /// <summary>Opens connections when they are needed, takes over <paramref name="sealer"/>, and calls <paramref name="changed"/> after each commit that changed what readers see.</summary>
    public PostgresWriter(NpgsqlDataSource source, LedgerSealer sealer, PostgresStoreOptions options, TimeProvider clock, Action changed, ILogger log)
    {
        (_sealer, _options, _clock, _changed, _log) = (sealer, options, clock, changed, log);
        _connection = new(source, options);
        _waiting = Channel.CreateBounded<StoreUnit>(new BoundedChannelOptions(options.MaxWaitingWrites) { SingleReader = true });
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What was done so far.</summary>
    public WriteFigures Figures => new(_waiting.Reader.Count + Volatile.Read(ref _outside), Volatile.Read(ref _done), Volatile.Read(ref _commits));

    /// <summary>Runs a write, whole or not at all, whatever its neighbours do. Returns after it is durable.</summary>
    /// <exception cref="StoreBusyException">Too many writes wait, or the database is away. Nothing was acknowledged.</exception>
    public async Task<T> RunAsync<T>(Func<Session, T> work, Question? question, CancellationToken ct)
    {
        var unit = new StoreUnit<T>(work, ct, question);
        if (!_waiting.Writer.TryWrite(unit)) await WaitForRoomAsync(unit, ct);
        return await unit.Done;
    }

    /// <summary>Ends after everything that waits is committed.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _connection.Dispose();
        _sealer.Dispose();
    }

    private async Task WaitForRoomAsync(StoreUnit unit, CancellationToken ct)
    {
        // As many as may wait inside may wait for a place; whoever comes after them is told at once.
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
            throw new ObjectDisposedException(nameof(PostgresWriter));
        }
        finally
        {
            Interlocked.Decrement(ref _outside);
        }
    }

    private StoreBusyException TooMany() => new($"{_options.MaxWaitingWrites} writes wait already.");

    private void Loop()
    {
        var group = new List<StoreUnit>(MaxGroup);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            // Behind what is about to be handed in by others: alone it takes a moment, under load it makes the group larger.
            Thread.Yield();
            while (group.Count < MaxGroup && _waiting.Reader.TryRead(out var unit))
            {
                if (unit.IsGivenUp) unit.GiveUp();
                else group.Add(unit);
            }

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
        Volatile.Write(ref _done, _done + attempt.Done.Count);
        Volatile.Write(ref _commits, _commits + 1);
        foreach (var unit in attempt.Done) unit.Acknowledge();
        if (attempt.HasChange) _changed();
    }

    [LoggerMessage(4201, LogLevel.Error, "A commit of {Writes} write(s) failed with {Exception}, PostgreSQL code {Code}: nothing of it was acknowledged")]
    private partial void LogGroupFailed(int writes, string exception, string code);
}
