using Diwan.Comments.Stores;
using Diwan.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Diwan.Server.Operations;

/// <summary>Ready when the store answers.</summary>
internal sealed class StoreHealth(IArticleStore articles) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await articles.CountAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreBusyException)
        {
            return HealthCheckResult.Unhealthy("the store does not answer");
        }
    }
}
