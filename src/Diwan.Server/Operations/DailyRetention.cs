using Diwan.Comments.Retaining;
using Diwan.Storage;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Operations;

/// <summary>Drops what has been kept long enough: at start and every day.</summary>
internal sealed class DailyRetention(ApplyRetention retention, SiteStore store, TimeProvider clock, ILogger<DailyRetention> log)
    : RepeatedJob("retention", TimeSpan.FromDays(1), store.Jobs, clock, log)
{
    /// <inheritdoc/>
    protected override Task DoAsync(DateTimeOffset now, CancellationToken ct) => retention.RunAsync(isDryRun: false, ct);
}
