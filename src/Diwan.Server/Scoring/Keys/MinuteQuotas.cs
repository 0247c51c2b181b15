using System.Collections.Concurrent;
using Diwan.Storage;

namespace Diwan.Server.Scoring.Keys;

/// <summary>Counts requests of each key by the minute of the clock: for one process in memory, and over all nodes where several share the store.</summary>
internal sealed class MinuteQuotas(SiteStore store, TimeProvider clock)
{
    // A node asks the store for a part of the minute's quota at a time, so that not every request does.
    private const int Parts = 20;

    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    /// <summary>Takes <paramref name="requests"/> from the quota of a key.</summary>
    /// <param name="key">The key's id.</param>
    /// <param name="perMinute">Its quota.</param>
    /// <param name="requests">How many to take.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when they were taken; how long until the next minute begins when this one holds no more.</returns>
    public async ValueTask<TimeSpan?> TryTakeAsync(string key, int perMinute, int requests, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var minute = now.Ticks / TimeSpan.TicksPerMinute;
        var window = _windows.GetOrAdd(key, _ => new());
        if (store.Quotas is null ? TryTakeHere(window, minute, perMinute, requests) : await TryTakeOfAllAsync(store.Quotas, window, key, minute, perMinute, requests, ct)) return null;
        return TimeSpan.FromTicks(((minute + 1) * TimeSpan.TicksPerMinute) - now.Ticks);
    }

    private static bool TryTakeHere(Window window, long minute, int perMinute, int requests)
    {
        lock (window)
        {
            if (window.Minute != minute) (window.Minute, window.Taken, window.Left) = (minute, 0, 0);
            if (window.Taken + requests > perMinute) return false;
            window.Taken += requests;
            return true;
        }
    }

    private static async ValueTask<bool> TryTakeOfAllAsync(
        IQuotaStore quotas, Window window, string key, long minute, int perMinute, int requests, CancellationToken ct)
    {
        lock (window)
        {
            if (window.Minute != minute) (window.Minute, window.Taken, window.Left) = (minute, 0, 0);
            if (window.Left >= requests)
            {
                window.Left -= requests;
                return true;
            }
        }

        try
        {
            var part = Math.Max(requests, perMinute / Parts);
            if (await quotas.TryTakeAsync(key, minute, perMinute, part, ct))
            {
                lock (window)
                {
                    if (window.Minute == minute) window.Left += part - requests;
                }

                return true;
            }

            return part > requests && await quotas.TryTakeAsync(key, minute, perMinute, requests, ct);
        }
        catch (StoreBusyException)
        {
            // Scores need no store: while it is away each node counts for itself.
            return TryTakeHere(window, minute, perMinute, requests);
        }
    }

    private sealed class Window
    {
        public long Minute;
        public long Taken;
        public long Left;
    }
}
