using Npgsql;

namespace Diwan.Storage.Postgres.Writing;

/// <summary>The writer's connection to whichever host is the primary now; opened again after it broke.</summary>
internal sealed class WriterConnection(NpgsqlDataSource source, PostgresStoreOptions options) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private WriterSession? _session;

    /// <summary>True when the session broke.</summary>
    public bool IsBroken => _session is { IsBroken: true };

    /// <summary>The session; opens one when there is none.</summary>
    public WriterSession Open()
    {
        if (_session is { IsBroken: true }) Drop();
        if (_session is { } known) return known;
        var connection = source.OpenConnection();
        try
        {
            using var command = connection.CreateCommand();
            // A commit waits for the disk, and for the standby where there is one, whatever the server's usual is; a node that
            // stops in the middle of its turn does not keep the others waiting for long.
            command.CommandText = $"""
                SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');
                SET lock_timeout = {(long)options.LockTimeout.TotalMilliseconds};
                SET idle_in_transaction_session_timeout = 10000;
                """;
            command.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return _session = new(connection, options.AnswerTimeout + options.LockTimeout);
    }

    /// <summary>Lets a moment pass between two tries to reach a database that is away: there is nothing else to wait for, and the thread is the writer's own.</summary>
    public static void Rest() => Task.Delay(Pause).GetAwaiter().GetResult();

    /// <summary>Ends a failed transaction; when that fails too, the connection is of no more use.</summary>
    public void RollBack()
    {
        if (_session is not { } session) return;
        try
        {
            using var command = session.Connection.CreateCommand();
            command.CommandText = "ROLLBACK";
            command.ExecuteNonQuery();
        }
        catch (Exception exception) when (PostgresFaults.IsAway(exception) || exception is InvalidOperationException)
        {
            Drop();
        }
    }

    /// <summary>Lets go of the connection, broken or not.</summary>
    public void Drop()
    {
        if (_session is not { } session) return;
        _session = null;
        // Not back into the pool: whoever gets it there would meet the same fault.
        NpgsqlConnection.ClearPool(session.Connection);
        session.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => Drop();
}
