using System.Collections.Concurrent;
using Diwan.Storage.Shared;
using Npgsql;

namespace Diwan.Storage.Postgres.Reading;

/// <summary>Connections that read and take quotas, each with a thread of its own: a database that does not answer holds up those who ask it, and nobody else.</summary>
internal sealed class PostgresReaders : IDisposable
{
    // Whoever comes while so many wait is told at once.
    private const int MostWaiting = 4_096;

    // After a failed try to connect nobody tries again for so long: all who ask meanwhile are told at once.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    private readonly NpgsqlDataSource _source;
    private readonly PostgresStoreOptions _options;
    private readonly BlockingCollection<StoreUnit> _waiting = new(MostWaiting);
    private readonly Thread[] _threads;
    private long _awayUntil;
    private int _started;

    /// <summary>Opens connections when they are needed.</summary>
    public PostgresReaders(NpgsqlDataSource source, PostgresStoreOptions options)
    {
        (_source, _options) = (source, options);
        _threads = [.. Enumerable.Range(0, options.Readers).Select(_ => new Thread(Serve, 256 * 1024) { IsBackground = true, Name = "diwan reader" })];
    }

    /// <summary>Runs a read.</summary>
    /// <exception cref="StoreBusyException">The database is away, or too many wait.</exception>
    public Task<T> RunAsync<T>(Func<Session, T> read, CancellationToken ct)
    {
        var unit = new StoreUnit<T>(read, ct);
        if (!_waiting.TryAdd(unit, 0, CancellationToken.None)) throw new StoreBusyException($"{MostWaiting} reads wait already.");
        // One more thread while somebody waits and there are threads left.
        if (_started < _threads.Length && _waiting.Count > 0)
        {
            var next = Interlocked.Increment(ref _started) - 1;
            if (next < _threads.Length) _threads[next].Start();
        }

        return unit.Done;
    }

    /// <summary>Runs a read of several statements on one snapshot.</summary>
    public Task<T> RunTogetherAsync<T>(Func<Session, T> read, CancellationToken ct) =>
        RunAsync(session => ((PostgresSession)session).Together(read), ct);

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        foreach (var thread in _threads)
        {
            if (thread.ThreadState is not (ThreadState.Unstarted or (ThreadState.Unstarted | ThreadState.Background))) thread.Join();
        }

        _waiting.Dispose();
    }

    private void Serve()
    {
        PostgresSession? session = null;
        foreach (var unit in _waiting.GetConsumingEnumerable())
        {
            if (unit.IsGivenUp) unit.GiveUp();
            // A connection may have died unnoticed since it was last used: once more over a new one, neither a read nor a quota does harm twice.
            else if (!TryRun(unit, ref session, isLast: session is null)) TryRun(unit, ref session, isLast: true);
        }

        session?.Dispose();
    }

    private bool TryRun(StoreUnit unit, ref PostgresSession? session, bool isLast)
    {
        try
        {
            if (session is { IsBroken: true })
            {
                session.Dispose();
                session = null;
            }

            session ??= Open();
            unit.Run(session);
            unit.Acknowledge();
            return true;
        }
#pragma warning disable CA1031 // Handed to the unit's caller; the thread goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isAway = PostgresFaults.IsAway(exception) || session is { IsBroken: true };
            if (isAway && session is not null)
            {
                session.Dispose();
                session = null;
            }

            if (isAway && !isLast) return false;
            unit.Fail(isAway || PostgresFaults.IsBusy(exception) ? new StoreBusyException("The database does not answer.", exception) : exception);
            return true;
        }
    }

    private PostgresSession Open()
    {
        if (TimeProvider.System.GetTimestamp() < Volatile.Read(ref _awayUntil)) throw new TimeoutException("The database was away a moment ago.");
        try
        {
            return new(_source.OpenConnection(), _options.AnswerTimeout);
        }
        catch
        {
            Volatile.Write(ref _awayUntil, TimeProvider.System.GetTimestamp() + (long)(Rest.TotalSeconds * TimeProvider.System.TimestampFrequency));
            throw;
        }
    }
}
