using System.Globalization;
using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Machines;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>A node whose clock is wrong by up to ten minutes, forward or back.</summary>
internal sealed class WrongClock : IFault
{
    /// <inheritdoc/>
    public string Name => "clock wrong";

    /// <inheritdoc/>
    public string? Unable(Site site) => FakeTime.Library is null ? "libfaketime is not installed: apt-get install faketime" : null;

    /// <inheritdoc/>
    public async Task<double?> HappenAsync(Site site, Told told, Random random)
    {
        var node = site.NodesOf[random.Next(site.NodesOf.Count)];
        node.Skew = string.Create(CultureInfo.InvariantCulture, $"{(random.Next(2) == 0 ? '+' : '-')}{random.Next(30, 600)}s");
        await node.EndAsync();
        await node.StartAsync();
        await Progress.CommentsAsync(told, random.Next(20, 60));
        node.Skew = null;
        await node.EndAsync();
        await node.StartAsync();
        return null;
    }
}
