using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>Everything stops, asked to or without warning, and is started again in any order: nodes before their database too.</summary>
internal sealed class Restart : IFault
{
    /// <inheritdoc/>
    public string Name => "all restarted";

    /// <inheritdoc/>
    public string? Unable(Site site) => null;

    /// <inheritdoc/>
    public async Task<double?> HappenAsync(Site site, Told told, Random random)
    {
        var isAsked = random.Next(2) == 0;
        List<(Func<Task> Stop, Func<Task> Start)> parts =
        [
            .. site.NodesOf.Select(node => ((Func<Task>)(isAsked ? node.EndAsync : node.KillAsync), (Func<Task>)node.StartAsync)),
            (isAsked ? site.Primary.EndAsync : site.Primary.KillAsync, site.Primary.StartAsync), (isAsked ? site.Standby.EndAsync : site.Standby.KillAsync, site.Standby.StartAsync),
            (site.Redis.KillAsync, site.Redis.StartAsync), (site.Proxy.KillAsync, site.Proxy.StartAsync),
        ];
        foreach (var (stop, _) in Shuffled(parts, random)) await stop();
        var moment = told.Now;
        // Each begins after the one before it has begun, and waits for what it needs by itself.
        await Task.WhenAll(Shuffled(parts, random).Select(part => part.Start()).ToList());
        var seconds = await Progress.WriteAfterAsync(told, moment);
        await site.Primary.StandbyIsBackAsync();
        await Progress.CommentsAsync(told, 10);
        return seconds;
    }

    private static (Func<Task> Stop, Func<Task> Start)[] Shuffled(List<(Func<Task> Stop, Func<Task> Start)> parts, Random random)
    {
        var shuffled = parts.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
