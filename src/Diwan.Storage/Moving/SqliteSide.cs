using System.Text;
using Diwan.Storage.Sqlite;
using SQLitePCL;

namespace Diwan.Storage.Moving;

/// <summary>Rows of a SQLite file, read and written inside one transaction that keeps every other writer waiting.</summary>
internal sealed class SqliteSide : IDisposable
{
    private const string Closed = "CREATE TRIGGER site_has_moved BEFORE INSERT ON ledger BEGIN SELECT RAISE(ABORT, 'the site has moved'); END";

    private readonly SqliteSession _session;
    private bool _isDone;

    /// <summary>Waits for the writers' lock.</summary>
    public SqliteSide(string path)
    {
        _session = SqliteSession.Open(path, readOnly: false, TimeSpan.FromSeconds(60));
        _session.Execute("BEGIN IMMEDIATE");
        // Comments refer to each other: looked at when all are there.
        _session.Execute("PRAGMA defer_foreign_keys = ON");
    }

    /// <summary>True when the site was moved from here before.</summary>
    public bool HasMoved => _session.Number("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'site_has_moved'") is not null;

    /// <summary>All rows of a table, with the thread behind them where PostgreSQL has one.</summary>
    public IEnumerable<object?[]> Rows(SiteTable table, bool withThread)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"t.{column}"));
        var sql = withThread && table.LedToThread
            ? $"SELECT {columns}, c.article_id FROM {table.Name} t JOIN comments c ON c.id = t.comment_id"
            : $"SELECT {columns} FROM {table.Name} t";
        var width = table.Columns.Length + (withThread && table.LedToThread ? 1 : 0);
        using var statement = new Statement(_session.Connection.Handle!, sql);
        while (statement.Step()) yield return Read(statement.Compiled, width);
    }

    /// <summary>Puts rows in, and takes each into the digest.</summary>
    public void Write(SiteTable table, IEnumerable<object?[]> rows, RowDigest digest)
    {
        var names = table.Columns.Select(column => $"@{column}").ToArray();
        var sql = $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", names)})";
        foreach (var row in rows)
        {
            digest.Add(row);
            _session.Execute(sql, [.. names.Zip(row, (name, value) => (name, value))]);
        }
    }

    /// <summary>Takes no more entries of the ledger, for good: what would be written here now would be lost. Readers are still served.</summary>
    public void Close() => _session.Execute(Closed);

    /// <summary>Keeps what was done.</summary>
    public void Commit()
    {
        _session.Execute("COMMIT");
        _isDone = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDone) _session.Execute("ROLLBACK");
        _session.Dispose();
    }

    private static object?[] Read(sqlite3_stmt statement, int width)
    {
        var row = new object?[width];
        for (var column = 0; column < width; column++)
        {
            row[column] = raw.sqlite3_column_type(statement, column) switch
            {
                raw.SQLITE_NULL => null,
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
                raw.SQLITE_TEXT => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column)),
                _ => raw.sqlite3_column_blob(statement, column).ToArray(),
            };
        }

        return row;
    }
}
