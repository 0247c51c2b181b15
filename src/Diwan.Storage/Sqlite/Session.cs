using Microsoft.Data.Sqlite;

namespace Diwan.Storage.Sqlite;

/// <summary>One connection with its prepared statements. For one caller at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    private Session(SqliteConnection connection) => Connection = connection;

    /// <summary>The connection itself, for backup and for the autocommit state.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Opens the file for reading alone, or for both.</summary>
    public static Session Open(string path, bool readOnly, TimeSpan lockTimeout)
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
        var session = new Session(connection);
        // SQLite's own waiting backs off by milliseconds; the driver's, which comes after it, by 150 at a time.
        session.Execute($"PRAGMA busy_timeout = {(long)lockTimeout.TotalMilliseconds}");
        // 64 MiB of the file as mapped memory: pages that are read often are not copied.
        session.Execute("PRAGMA mmap_size = 67108864");
        return session;
    }

    /// <summary>Runs a statement; the number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs a script of several statements, once.</summary>
    public void ExecuteScript(string script)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <summary>The first row, or null when there is none.</summary>
    public T? First<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values) where T : class
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? read(new(reader)) : null;
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(string sql, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(new(reader)));
        return rows;
    }

    /// <summary>The first column of the first row as a number; null when there is no row or it is NULL.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepare(sql, values).ExecuteScalar() is long number ? number : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project, or put together from such; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            _prepared[sql] = command;
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
