using Diwan.Comments.Stores;
using Diwan.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Scoring.Feedback;

/// <summary>Erases suggestions whose time is over: at start and every hour.</summary>
internal sealed partial class SuggestionRetention(ISuggestionStore suggestions, TimeProvider clock, ILogger<SuggestionRetention> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await suggestions.EraseExpiredAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (StoreBusyException)
            {
                // What escapes from here would stop the server; the next hour erases what this one could not.
                LogBusy();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(3301, LogLevel.Warning, "The store was too busy to erase old suggestions; it is tried again in an hour")]
    private partial void LogBusy();
}
