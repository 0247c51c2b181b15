using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>The primary's machine loses power, its standby is promoted, and later the old one comes back as the standby of the new.</summary>
internal sealed class LostPrimary : IFault
{
    /// <inheritdoc/>
    public string Name => "primary lost";

    /// <inheritdoc/>
    public string? Unable(Site site) => null;

    /// <inheritdoc/>
    public async Task<double?> HappenAsync(Site site, Told told, Random random)
    {
        var lost = site.Primary;
        await lost.KillAsync();
        // What was sent before may have been answered by the dead.
        var moment = told.Now;
        await site.PromoteAsync();
        var seconds = await Progress.WriteAfterAsync(told, moment);
        await Progress.CommentsAsync(told, random.Next(5, 30));
        lost.Forget();
        await lost.CopyAsync(site.Primary);
        await Progress.CommentsAsync(told, 10);
        return seconds;
    }
}
