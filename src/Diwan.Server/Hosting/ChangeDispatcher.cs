using Diwan.Comments.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Hosting;

/// <summary>The one reader of the change feed in a process: hands every change to all who listen, and goes on after an outage.</summary>
public sealed partial class ChangeDispatcher(
    IChangeFeed changes, IEnumerable<IChangeListener> listeners, TimeProvider clock, ILogger<ChangeDispatcher> log) : BackgroundService
{
    // Long enough not to spin while a store is down, short enough that nobody reads an old page for long after it is back.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<IChangeListener> _listeners = [.. listeners];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var change in changes.ReadAsync(stoppingToken))
                {
                    foreach (var listener in _listeners) await listener.OnChangeAsync(change, stoppingToken);
                }

                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever stops the feed, pages must not stay old for ever: note it, drop all, read on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogInterrupted(exception.GetType().Name);
                foreach (var listener in _listeners) await listener.OnGapAsync(stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(3101, LogLevel.Error, "The change feed was interrupted by {Exception}; everything kept is dropped and it is read again")]
    private partial void LogInterrupted(string exception);
}
