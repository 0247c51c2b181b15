using Diwan.Server.Operations;
using Diwan.Storage;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Scoring.Feedback;

/// <summary>Erases suggestions whose time is over: at start and every hour.</summary>
internal sealed class SuggestionRetention(SiteStore store, TimeProvider clock, ILogger<SuggestionRetention> log)
    : RepeatedJob("suggestion-retention", TimeSpan.FromHours(1), store.Jobs, clock, log)
{
    /// <inheritdoc/>
    protected override Task DoAsync(DateTimeOffset now, CancellationToken ct) => store.Suggestions.EraseExpiredAsync(now, ct);
}
