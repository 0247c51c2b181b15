using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>A node's cable to Redis is cut, or Redis itself is gone: nobody notices, for each node also asks the database.</summary>
internal sealed class CutFromRedis : IFault
{
    /// <inheritdoc/>
    public string Name => "cut off from Redis";

    /// <inheritdoc/>
    public string? Unable(Site site) => null;

    /// <inheritdoc/>
    public async Task<double?> HappenAsync(Site site, Told told, Random random)
    {
        var node = site.NodesOf[random.Next(site.NodesOf.Count)];
        var isGone = random.Next(3) == 0;
        if (isGone) await site.Redis.KillAsync();
        else node.Redis.Cut();
        await Progress.CommentsAsync(told, random.Next(20, 60));
        if (isGone) await site.Redis.StartAsync();
        else node.Redis.Mend();
        await Progress.CommentsAsync(told, 10);
        return null;
    }
}
