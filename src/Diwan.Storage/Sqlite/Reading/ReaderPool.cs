using System.Collections.Concurrent;
using Diwan.Storage.Shared;

namespace Diwan.Storage.Sqlite.Reading;

/// <summary>Connections that only read, each with its prepared statements; so many at once, the rest wait their turn without a thread.</summary>
internal sealed class ReaderPool(SqliteStoreOptions options) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _turns = new(options.Readers);

    /// <summary>Runs a read on one snapshot of the database.</summary>
    public async Task<T> RunAsync<T>(Func<Session, T> read, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            var session = _idle.TryTake(out var idle) ? idle : SqliteSession.Open(options.DatabasePath, readOnly: true, options.LockTimeout);
            try
            {
                return read(session);
            }
            finally
            {
                _idle.Add(session);
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Runs a read of several statements that must agree with each other.</summary>
    public Task<T> RunTogetherAsync<T>(Func<Session, T> read, CancellationToken ct) => RunAsync(
        session =>
        {
            session.Execute("BEGIN");
            try
            {
                return read(session);
            }
            finally
            {
                session.Execute("COMMIT");
            }
        },
        ct);

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out var session)) session.Dispose();
        _turns.Dispose();
    }
}
