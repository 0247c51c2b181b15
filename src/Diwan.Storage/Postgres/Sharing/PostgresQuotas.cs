using Diwan.Storage.Postgres.Reading;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>Quotas in a table that no commit waits for the disk for.</summary>
/// <remarks>They go over the readers' connections, which stay open: a new one may wait seconds for a host that does not answer, and every limited request would wait with it.</remarks>
internal sealed class PostgresQuotas(PostgresReaders readers) : IQuotaStore
{
    private const string Take = """
        INSERT INTO quotas AS q (key, span, taken) SELECT @key, @span, @count WHERE @count <= @most
        ON CONFLICT (key, span) DO UPDATE SET taken = q.taken + @count WHERE q.taken + @count <= @most
        """;

    // A call in so many sweeps what is over; the spans of one key are all that is ever looked at.
    private const int SweepEvery = 256;
    private const string Sweep = "DELETE FROM quotas WHERE key = @key AND span < @span";
    private const string SweepAll = "DELETE FROM quotas q WHERE EXISTS (SELECT 1 FROM quotas newer WHERE newer.key = q.key AND newer.span > q.span)";

    private int _calls;

    /// <inheritdoc/>
    public Task<bool> TryTakeAsync(string key, long span, int most, int count, CancellationToken ct = default)
    {
        var sweeps = Interlocked.Increment(ref _calls) % SweepEvery == 0;
        return readers.RunAsync(
            session =>
            {
                var isTaken = session.Execute(Take, ("@key", key), ("@span", span), ("@most", most), ("@count", count)) > 0;
                if (sweeps)
                {
                    session.Execute(Sweep, ("@key", key), ("@span", span));
                    session.Execute(SweepAll);
                }

                return isTaken;
            },
            ct);
    }
}
