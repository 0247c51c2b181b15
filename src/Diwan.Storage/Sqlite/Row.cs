using Microsoft.Data.Sqlite;

namespace Diwan.Storage.Sqlite;

/// <summary>One row of an answer, read by position.</summary>
internal readonly struct Row(SqliteDataReader reader)
{
    /// <summary>Text, exactly as stored, U+0000 included.</summary>
    public string Text(int column) => reader.GetString(column);

    /// <summary>Text, or null.</summary>
    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : Text(column);

    /// <summary>Bytes.</summary>
    public byte[] Bytes(int column) => (byte[])reader.GetValue(column);

    /// <summary>Bytes, or null.</summary>
    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : Bytes(column);

    /// <summary>A whole number.</summary>
    public long Number(int column) => reader.GetInt64(column);

    /// <summary>A whole number that fits 32 bits.</summary>
    public int Count(int column) => reader.GetInt32(column);

    /// <summary>A whole number that fits 32 bits, or null.</summary>
    public int? CountOrNull(int column) => reader.IsDBNull(column) ? null : Count(column);

    /// <summary>A yes or no.</summary>
    public bool Flag(int column) => reader.GetInt64(column) != 0;

    /// <summary>A moment, in UTC.</summary>
    public DateTimeOffset Time(int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);
}
