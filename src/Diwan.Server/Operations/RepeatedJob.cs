using Diwan.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Operations;

/// <summary>Work that is done at start and again and again; where several nodes share a store, by one of them. What fails is tried again the next time.</summary>
/// <param name="name">The job's name among the nodes.</param>
/// <param name="pause">From one time to the next.</param>
/// <param name="jobs">Says whose turn it is among the nodes; null where there is one process.</param>
/// <param name="clock">What the pause is counted by.</param>
/// <param name="log">Told of failures, by their type alone: a message may quote what was stored.</param>
internal abstract partial class RepeatedJob(string name, TimeSpan pause, IJobStore? jobs, TimeProvider clock, ILogger log) : BackgroundService
{
    // For the nodes the pause is a little short, so that a node's own count does not fall behind the job's.
    private readonly TimeSpan _pauseOfAll = pause - (pause / 24);

    /// <summary>Does it once.</summary>
    /// <param name="now">When this is.</param>
    /// <param name="ct">Cancels: the server stops.</param>
    protected abstract Task DoAsync(DateTimeOffset now, CancellationToken ct);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, clock);
        do
        {
            try
            {
                await using var turn = jobs is null ? null : await jobs.TryBeginAsync(name, _pauseOfAll, stoppingToken);
                if (jobs is null || turn is not null) await DoAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What escapes from here would stop the server.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFailed(name, exception.GetType().Name, pause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(3601, LogLevel.Error, "{Job} could not be done ({Exception}); it is tried again in {Pause}")]
    private partial void LogFailed(string job, string exception, TimeSpan pause);
}
