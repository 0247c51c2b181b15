using Npgsql;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>Jobs under advisory locks: a lock lives as long as its node's connection, and the database's clock tells when a job was last done.</summary>
internal sealed class PostgresJobs(NpgsqlDataSource source) : IJobStore
{
    // 621355968000000000: ticks of 1 January 1970.
    private const string Now = "(extract(epoch FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000";

    private const string Lock = "hashtextextended('diwan job ' || $1, 0)";

    /// <inheritdoc/>
    public async Task<IAsyncDisposable?> TryBeginAsync(string name, TimeSpan pause, CancellationToken ct = default)
    {
        try
        {
            var connection = await source.OpenConnectionAsync(ct);
            if (!await IsAsync(connection, $"SELECT pg_try_advisory_lock({Lock})", name, ct))
            {
                await connection.DisposeAsync();
                return null;
            }

            if (await IsAsync(connection, $"SELECT NOT EXISTS (SELECT 1 FROM jobs WHERE name = $1 AND done_at > {Now} - $2)", name, ct, pause.Ticks))
                return new Job(connection, name);
            await ReleaseAsync(connection, name);
            return null;
        }
        catch (Exception exception) when (PostgresFaults.IsAway(exception))
        {
            throw new StoreBusyException("The database does not answer.", exception);
        }
    }

    // The lock is the connection's and not a transaction's: it would stay with it in the pool.
    private static async Task ReleaseAsync(NpgsqlConnection connection, string name)
    {
        await using (connection) await IsAsync(connection, $"SELECT pg_advisory_unlock({Lock})", name, CancellationToken.None);
    }

    private static async Task<bool> IsAsync(NpgsqlConnection connection, string sql, string name, CancellationToken ct, long? ticks = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = name });
        if (ticks is { } value) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private sealed class Job(NpgsqlConnection connection, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await using var command = new NpgsqlCommand(
                    $"INSERT INTO jobs (name, done_at) VALUES ($1, {Now}) ON CONFLICT (name) DO UPDATE SET done_at = excluded.done_at", connection);
                command.Parameters.Add(new() { Value = name });
                await command.ExecuteNonQueryAsync();
                await ReleaseAsync(connection, name);
            }
            catch (Exception exception) when (PostgresFaults.IsAway(exception))
            {
                // It is done again: what jobs do is right however often it is done. The lock went with the connection.
                await connection.DisposeAsync();
            }
        }
    }
}
