using System.Globalization;
using Diwan.Storage.Sqlite;

namespace Diwan.Storage.Migrations;

/// <summary>Brings a database to the newest version: each numbered script once, in order, in one transaction with its number.</summary>
/// <remarks>The number stands in the file's header (<c>user_version</c>) and moves in the script's own transaction under SQLite's write
/// lock, so a process that dies half-way leaves the old version whole, and a second process finds the work done.</remarks>
internal static class SqliteMigrator
{
    /// <summary>All scripts: number and text, in order.</summary>
    public static IReadOnlyList<(int Number, string Script)> Scripts { get; } = MigrationScripts.Of("Sqlite");

    /// <summary>Runs what is missing.</summary>
    /// <exception cref="StoreVersionException">The database is newer than this program.</exception>
    public static void Run(SqliteSession session)
    {
        var newest = Scripts[^1].Number;
        foreach (var (number, script) in Scripts)
        {
            session.Execute("BEGIN IMMEDIATE");
            try
            {
                var version = session.Number("PRAGMA user_version") ?? 0;
                if (version > newest) throw new StoreVersionException(version, newest);
                if (version < number)
                {
                    session.ExecuteScript(script);
                    session.ExecuteScript($"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}");
                }

                session.Execute("COMMIT");
            }
            catch
            {
                session.Execute("ROLLBACK");
                throw;
            }
        }
    }
}
