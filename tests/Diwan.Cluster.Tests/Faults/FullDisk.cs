using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Machines;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests.Faults;

/// <summary>The disk of a database has no room left: of the primary, or of the standby whose word commits wait for. Nothing is acknowledged that is not written; when there is room again, all goes on.</summary>
internal sealed class FullDisk : IFault
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Name => "disk full";

    /// <inheritdoc/>
    public string? Unable(Site site) => site.Disk is null ? "a file system in an image may not be mounted here" : null;

    /// <inheritdoc/>
    public async Task<double?> HappenAsync(Site site, Told told, Random random)
    {
        var disk = site.Disk!;
        await disk.FillAsync();
        // What was laid out before still has room for a while; more is made until it has not.
        await Until.TrueAsync(
            async () =>
            {
                await site.Primary.AskAsync("SELECT pg_switch_wal()");
                await disk.FillAsync();
                return !site.OnDisk.Process!.IsRunning || told.Now - told.LastWrite > Silence.TotalSeconds;
            },
            "writes stop for want of room", TimeSpan.FromSeconds(60));
        var moment = told.Now;
        disk.Empty();
        // A server that met the full disk may end a while later: it is started again whenever it has, as systemd does.
        var seconds = await Progress.WriteAfterAsync(told, moment, ReviveAsync);
        await Until.TrueAsync(
            async () =>
            {
                await ReviveAsync();
                return await site.Primary.HasStandbyAsync();
            },
            "the standby is synchronous again", TimeSpan.FromSeconds(90));
        await Progress.CommentsAsync(told, 10);
        return seconds;

        Task ReviveAsync() => site.OnDisk.Process!.IsRunning ? Task.CompletedTask : site.OnDisk.StartAsync();
    }
}
