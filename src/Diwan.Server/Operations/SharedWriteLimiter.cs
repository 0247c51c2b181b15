using System.Threading.RateLimiting;
using Diwan.Storage;

namespace Diwan.Server.Operations;

/// <summary>How often somebody may write, counted over all nodes by the minute, and besides by this node as one alone counts: while the store is away that is left.</summary>
/// <param name="quotas">Counts over all nodes.</param>
/// <param name="key">Whose writes: the reader's key of the day, from which nobody finds an address.</param>
/// <param name="perMinute">How many.</param>
/// <param name="alone">What this node allows.</param>
/// <param name="clock">Tells the minute.</param>
internal sealed class SharedWriteLimiter(IQuotaStore quotas, string key, int perMinute, RateLimiter alone, TimeProvider clock) : RateLimiter
{
    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => alone.IdleDuration;

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => alone.GetStatistics();

    // The other nodes have to be asked, which takes a moment: whoever tries at once is sent to wait for it.
    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Refused(TimeSpan.Zero);

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var here = alone.AttemptAcquire(permitCount);
        if (!here.IsAcquired) return here;
        var now = clock.GetUtcNow();
        var minute = now.Ticks / TimeSpan.TicksPerMinute;
        try
        {
            if (await quotas.TryTakeAsync($"write {key}", minute, perMinute, permitCount, cancellationToken)) return here;
        }
        catch (StoreBusyException)
        {
            return here;
        }

        here.Dispose();
        return new Refused(TimeSpan.FromTicks(((minute + 1) * TimeSpan.TicksPerMinute) - now.Ticks));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) alone.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Refused(TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
