using System.Collections.Concurrent;

namespace Diwan.Server.Scoring.Keys;

/// <summary>Counts requests of each key by the minute of the clock. In memory: every process counts for itself.</summary>
internal sealed class MinuteQuotas(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    /// <summary>Takes <paramref name="requests"/> from the quota of a key; false when the minute holds no more.</summary>
    /// <param name="key">The key's id.</param>
    /// <param name="perMinute">Its quota.</param>
    /// <param name="requests">How many to take.</param>
    /// <param name="wait">How long until the next minute begins.</param>
    public bool TryTake(string key, int perMinute, int requests, out TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        var minute = now.Ticks / TimeSpan.TicksPerMinute;
        wait = TimeSpan.FromTicks(((minute + 1) * TimeSpan.TicksPerMinute) - now.Ticks);
        var window = _windows.GetOrAdd(key, _ => new());
        lock (window)
        {
            if (window.Minute != minute) (window.Minute, window.Taken) = (minute, 0);
            if (window.Taken + requests > perMinute) return false;
            window.Taken += requests;
            return true;
        }
    }

    private sealed class Window
    {
        public long Minute;
        public long Taken;
    }
}
