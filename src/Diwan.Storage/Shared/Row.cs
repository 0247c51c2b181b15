using System.Text;
using Diwan.Storage.Postgres;
using Npgsql;
using SQLitePCL;

namespace Diwan.Storage.Shared;

/// <summary>One row of an answer, read by position. Of the two databases one has given it.</summary>
internal readonly struct Row
{
    private readonly sqlite3_stmt? _statement;
    private readonly NpgsqlDataReader? _reader;

    /// <summary>The row that a statement of SQLite stands on.</summary>
    public Row(sqlite3_stmt statement) => _statement = statement;

    /// <summary>The row that an answer of PostgreSQL stands on.</summary>
    public Row(NpgsqlDataReader reader) => _reader = reader;

    /// <summary>Text, exactly as stored, U+0000 included.</summary>
    /// <exception cref="InvalidDataException">It is NULL.</exception>
    public string Text(int column) => TextOrNull(column) ?? throw Missing(column);

    /// <summary>Text, or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null
        : _statement is not null ? Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column))
        : PostgresText.Read(_reader!.GetString(column));

    /// <summary>Bytes.</summary>
    /// <exception cref="InvalidDataException">It is NULL.</exception>
    public byte[] Bytes(int column) => BytesOrNull(column) ?? throw Missing(column);

    /// <summary>Bytes, or null.</summary>
    public byte[]? BytesOrNull(int column) => IsNull(column) ? null
        : _statement is not null ? raw.sqlite3_column_blob(_statement, column).ToArray()
        : _reader!.GetFieldValue<byte[]>(column);

    /// <summary>A whole number.</summary>
    /// <exception cref="InvalidDataException">It is NULL.</exception>
    public long Number(int column) => NumberOrNull(column) ?? throw Missing(column);

    /// <summary>A whole number, or null.</summary>
    public long? NumberOrNull(int column) => IsNull(column) ? null
        : _statement is not null ? raw.sqlite3_column_int64(_statement, column)
        : _reader!.GetInt64(column);

    /// <summary>A whole number that fits 32 bits.</summary>
    public int Count(int column) => checked((int)Number(column));

    /// <summary>A whole number that fits 32 bits, or null.</summary>
    public int? CountOrNull(int column) => IsNull(column) ? null : Count(column);

    /// <summary>A yes or no.</summary>
    public bool Flag(int column) => Number(column) != 0;

    /// <summary>A moment, in UTC.</summary>
    public DateTimeOffset Time(int column) => new(Number(column), TimeSpan.Zero);

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    private bool IsNull(int column) => _statement is not null
        ? raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL
        : _reader!.IsDBNull(column);

    private static InvalidDataException Missing(int column) => new($"Column {column} has no value.");
}
