using Diwan.Storage.Shared;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Diwan.Storage.Sqlite;

/// <summary>One connection to a SQLite file.</summary>
internal sealed class SqliteSession : Session
{
    private readonly Dictionary<string, Statement> _prepared = [];

    private SqliteSession(SqliteConnection connection) => Connection = connection;

    /// <summary>The connection itself, for backup and for the autocommit state.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Opens the file for reading alone, or for both.</summary>
    public static SqliteSession Open(string path, bool readOnly, TimeSpan lockTimeout)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = (int)lockTimeout.TotalSeconds,
        }.ToString());
        connection.Open();
        var session = new SqliteSession(connection);
        // SQLite's own waiting backs off by milliseconds; the driver's, which comes after it, by 150 at a time.
        session.Execute($"PRAGMA busy_timeout = {(long)lockTimeout.TotalMilliseconds}");
        // What the system keeps of the file is enough for a reader: a megabyte each of its own, not the two that are the default.
        if (readOnly) session.Execute("PRAGMA cache_size = -1024");
        return session;
    }

    /// <inheritdoc/>
    public override int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(values);
            while (statement.Step())
            {
                // Some pragmas answer; nobody asked.
            }

            return raw.sqlite3_changes(Connection.Handle!);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Runs a script of several statements, once.</summary>
    public void ExecuteScript(string script)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override T? First<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values) where T : class
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(values);
            return statement.Step() ? read(statement.Row) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <inheritdoc/>
    public override List<T> All<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(values);
            var rows = new List<T>();
            while (statement.Step()) rows.Add(read(statement.Row));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <inheritdoc/>
    public override long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(values);
            return statement.Step() ? statement.Row.NumberOrNull(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var statement in _prepared.Values) statement.Dispose();
        Connection.Dispose();
    }

    private Statement Prepare(string sql)
    {
        if (_prepared.TryGetValue(sql, out var known)) return known;
        return _prepared[sql] = new(Connection.Handle!, sql);
    }
}
