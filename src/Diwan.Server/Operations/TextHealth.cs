using Diwan.Comments.Judging;
using Diwan.Moderation;
using Diwan.Moderation.Signals;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Diwan.Server.Operations;

/// <summary>Ready when a comment can be judged in full: no detector is unavailable.</summary>
internal sealed class TextHealth(IPipelineSource pipelines) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var judgement = pipelines.Current.Judge(new Submission { Text = "A good article, thank you.", Author = "Health" });
        return Task.FromResult(judgement.Signals.Any(signal => signal.Attribute == Attributes.Unavailable)
            ? HealthCheckResult.Degraded("A detector is unavailable; comments are held for a person.")
            : HealthCheckResult.Healthy());
    }
}
