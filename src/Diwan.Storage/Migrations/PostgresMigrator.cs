using System.Globalization;
using Npgsql;

namespace Diwan.Storage.Migrations;

/// <summary>Brings a PostgreSQL database to the newest version: each numbered script once, in order, all in one transaction under a lock, whichever node comes first.</summary>
internal static class PostgresMigrator
{
    // Its letters say migrate.
    private const string Lock = "SELECT pg_advisory_xact_lock(x'6d696772617465'::bigint)";

    /// <summary>All scripts: number and text, in order.</summary>
    public static IReadOnlyList<(int Number, string Script)> Scripts { get; } = MigrationScripts.Of("Postgres");

    /// <summary>Runs what is missing.</summary>
    /// <exception cref="StoreVersionException">The database is newer than this program.</exception>
    public static async Task RunAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunAsync(connection, Lock, ct);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)", ct);
        await using var ask = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM schema_version", connection);
        var version = Convert.ToInt32(await ask.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        if (version > Scripts[^1].Number) throw new StoreVersionException(version, Scripts[^1].Number);
        foreach (var (number, script) in Scripts.Where(script => script.Number > version))
        {
            await RunAsync(connection, script, ct);
            await RunAsync(connection, $"DELETE FROM schema_version; INSERT INTO schema_version VALUES ({number.ToString(CultureInfo.InvariantCulture)})", ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
