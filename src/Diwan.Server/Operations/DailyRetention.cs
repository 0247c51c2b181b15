using Diwan.Comments.Retaining;
using Diwan.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Operations;

/// <summary>Drops what has been kept long enough: at start and every day. What one day could not drop, the next one does.</summary>
internal sealed partial class DailyRetention(ApplyRetention retention, SiteStore store, TimeProvider clock, ILogger<DailyRetention> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                // Of many nodes one does it; the day is a little short, so that a node's own day does not fall behind it.
                await using var turn = store.Jobs is null ? null : await store.Jobs.TryBeginAsync("retention", Pause - Slack, stoppingToken);
                if (store.Jobs is null || turn is not null) await retention.RunAsync(isDryRun: false, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What escapes from here would stop the server.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFailed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(3601, LogLevel.Error, "What has been kept long enough could not be dropped ({Exception}); it is tried again tomorrow")]
    private partial void LogFailed(string exception);
}
