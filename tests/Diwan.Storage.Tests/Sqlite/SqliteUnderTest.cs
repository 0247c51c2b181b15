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

    public override bool IsRefusal(DbException exception) => exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT };
}
