using System.Data;
using Diwan.Storage.Shared;
using Npgsql;

namespace Diwan.Storage.Postgres;

/// <summary>One connection to PostgreSQL. What nobody waits for goes out together with the next question, in one round trip.</summary>
internal class PostgresSession : Session
{
    // So many statements go out at once at most: their answers are read only after the last was sent.
    private const int MaxPosted = 512;

    private readonly int _timeout;
    private NpgsqlBatch _posted;

    /// <summary>Takes over an open connection; an answer is waited for as long as told.</summary>
    public PostgresSession(NpgsqlConnection connection, TimeSpan timeout)
    {
        Connection = connection;
        _timeout = (int)Math.Ceiling(timeout.TotalSeconds);
        _posted = NewBatch();
    }

    /// <summary>The connection itself.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>True when the connection broke: nothing can be asked over it any more.</summary>
    public bool IsBroken => Connection.State is not ConnectionState.Open;

    /// <inheritdoc/>
    public override int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Flush();
        using var command = Command(sql, values);
        return Math.Max(0, command.ExecuteNonQuery());
    }

    /// <inheritdoc/>
    public override void Post(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (_posted.BatchCommands.Count >= MaxPosted) Flush();
        var statement = PostgresStatement.Of(sql);
        var command = new NpgsqlBatchCommand(statement.Text);
        statement.Bind(command.Parameters, values);
        _posted.BatchCommands.Add(command);
    }

    /// <inheritdoc/>
    public override T? First<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values) where T : class
    {
        Flush();
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
        return reader.Read() ? read(new(reader)) : null;
    }

    /// <inheritdoc/>
    public override List<T> All<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Flush();
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(new(reader)));
        return rows;
    }

    /// <inheritdoc/>
    public override long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Flush();
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
        return reader.Read() ? new Row(reader).NumberOrNull(0) : null;
    }

    /// <summary>Runs a read of several statements on one snapshot.</summary>
    public T Together<T>(Func<Session, T> read)
    {
        using var transaction = Connection.BeginTransaction(IsolationLevel.RepeatableRead);
        return read(this);
    }

    /// <summary>Sends what was posted, and waits for it.</summary>
    public void Flush()
    {
        if (_posted.BatchCommands.Count == 0) return;
        using var batch = Take();
        batch.ExecuteNonQuery();
    }

    /// <summary>What was posted and not sent; from now on nothing is.</summary>
    protected NpgsqlBatch Take()
    {
        var batch = _posted;
        _posted = NewBatch();
        return batch;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _posted.Dispose();
        Connection.Dispose();
    }

    private NpgsqlBatch NewBatch() => new(Connection) { Timeout = _timeout };

    private NpgsqlCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var statement = PostgresStatement.Of(sql);
        var command = new NpgsqlCommand(statement.Text, Connection) { CommandTimeout = _timeout };
        statement.Bind(command.Parameters, values);
        return command;
    }
}
