using System.Data.Common;
using Diwan.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>A SQLite store in a folder of its own.</summary>
internal sealed class SqliteUnderTest : StoreUnderTest
{
    private SqliteStore? _store;

    public override SqliteStore Store => _store!;

    public static async Task<SqliteUnderTest> OpenAsync(TimeProvider clock)
    {
        var under = new SqliteUnderTest();
        await under.BeginAsync(clock);
        return under;
    }

    public static Task<SqliteStore> OpenAsync(string folder, TimeProvider? clock = null) =>
        SqliteStore.OpenAsync(new() { Folder = folder }, clock ?? TimeProvider.System, NullLoggerFactory.Instance);

    public override async Task BeginAsync(TimeProvider clock) => _store = await OpenAsync(Folder, clock);

    public override int Run(string sql) => SqliteFile.Run(Folder, sql);

    public override int Tamper(string sql)
    {
        using var connection = SqliteFile.Connect(Folder, foreignKeys: false);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger'";
        if (command.ExecuteScalar() is string drop)
        {
            command.CommandText = drop;
            command.ExecuteNonQuery();
        }

        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public override bool IsRefusal(DbException exception) => exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT };
}
