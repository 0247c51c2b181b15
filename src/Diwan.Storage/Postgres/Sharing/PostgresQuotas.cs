using Npgsql;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>Quotas in a table that no commit waits for the disk for.</summary>
internal sealed class PostgresQuotas(NpgsqlDataSource source) : IQuotaStore
{
    private const string Take = """
        INSERT INTO quotas AS q (key, span, taken) SELECT $1, $2, $4 WHERE $4 <= $3
        ON CONFLICT (key, span) DO UPDATE SET taken = q.taken + $4 WHERE q.taken + $4 <= $3
        """;

    // A call in so many sweeps what is over; the spans of one key are all that is ever looked at.
    private const int SweepEvery = 256;
    private const string Sweep = "DELETE FROM quotas WHERE key = $1 AND span < $2";
    private const string SweepAll = "DELETE FROM quotas q WHERE EXISTS (SELECT 1 FROM quotas newer WHERE newer.key = q.key AND newer.span > q.span)";

    private int _calls;

    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(string key, long span, int most, int count, CancellationToken ct = default)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var command = new NpgsqlCommand(Take, connection) { CommandTimeout = 3 };
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = span });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = most });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
            var isTaken = await command.ExecuteNonQueryAsync(ct) > 0;
            if (Interlocked.Increment(ref _calls) % SweepEvery == 0) await SweepAsync(connection, key, span, ct);
            return isTaken;
        }
        catch (Exception exception) when (PostgresFaults.IsAway(exception) || PostgresFaults.IsBusy(exception))
        {
            throw new StoreBusyException("The database does not answer.", exception);
        }
    }

    private static async Task SweepAsync(NpgsqlConnection connection, string key, long span, CancellationToken ct)
    {
        await using var one = new NpgsqlCommand(Sweep, connection);
        one.Parameters.Add(new() { Value = key });
        one.Parameters.Add(new() { Value = span });
        await one.ExecuteNonQueryAsync(ct);
        await using var all = new NpgsqlCommand(SweepAll, connection);
        await all.ExecuteNonQueryAsync(ct);
    }
}
