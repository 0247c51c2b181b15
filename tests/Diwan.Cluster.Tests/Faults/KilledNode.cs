using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>kill -9 for a node while it works; the others go on.</summary>
internal sealed class KilledNode : IFault
{
    /// <inheritdoc/>
    public string Name => "node killed";

    /// <inheritdoc/>
    public string? Unable(Site site) => null;

    /// <inheritdoc/>
    public async Task<double?> HappenAsync(Site site, Told told, Random random)
    {
        var node = site.NodesOf[random.Next(site.NodesOf.Count)];
        await node.KillAsync();
        await Progress.CommentsAsync(told, random.Next(5, 40));
        await node.StartAsync();
        await Progress.CommentsAsync(told, 10);
        return null;
    }
}
