using Diwan.Comments.Stores;
using Microsoft.Extensions.Hosting;

namespace Diwan.Server.Scoring.Feedback;

/// <summary>Erases suggestions whose time is over: at start and every hour.</summary>
internal sealed class SuggestionRetention(ISuggestionStore suggestions, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await suggestions.EraseExpiredAsync(clock.GetUtcNow(), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
