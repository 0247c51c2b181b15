using Diwan.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>The database in a data folder, past the program.</summary>
internal static class SqliteFile
{
    /// <summary>A connection of its own, open.</summary>
    public static SqliteConnection Connect(string folder, bool foreignKeys = true)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, SqliteStoreOptions.FileName), Pooling = false, ForeignKeys = foreignKeys,
        }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements; the number of rows they changed.</summary>
    public static int Run(string folder, string sql, bool foreignKeys = true)
    {
        using var connection = Connect(folder, foreignKeys);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
