using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Scoring.Feedback;

/// <summary>Records that <c>doNotStore</c> was honoured: for the sender in a header of the answer, for the publisher in the log, as a number an hour
/// and never as a line a request, since such a line would itself be something kept of it.</summary>
internal sealed partial class DoNotStoreRecord(TimeProvider clock, ILogger<DoNotStoreRecord> log) : BackgroundService
{
    /// <summary>Header that says what is kept of a request: <c>no</c>, <c>no; doNotStore</c>, or <c>until=</c> and a date.</summary>
    public const string StoredHeader = "Diwan-Stored";

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private long _honoured;

    /// <summary>Notes what became of one request, before its answer is sent.</summary>
    /// <param name="http">The call.</param>
    /// <param name="doNotStore">True when its sender forbade keeping it.</param>
    /// <param name="until">When what was kept of it is erased; null when nothing was kept.</param>
    public void Note(HttpContext http, bool doNotStore, DateTimeOffset? until = null)
    {
        if (doNotStore) Interlocked.Increment(ref _honoured);
        http.Response.Headers[StoredHeader] = until is { } end ? $"until={end.UtcDateTime:yyyy-MM-dd}" : doNotStore ? "no; doNotStore" : "no";
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Write();
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is not yet written is written now.
            Write();
        }
    }

    private void Write()
    {
        if (Interlocked.Exchange(ref _honoured, 0) is > 0 and var count) LogHonoured(count);
    }

    [LoggerMessage(3302, LogLevel.Information, "Requests for scores that asked not to be stored, and of which nothing was: {Count}")]
    private partial void LogHonoured(long count);
}
