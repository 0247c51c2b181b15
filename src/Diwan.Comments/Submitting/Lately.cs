using System.Collections.Concurrent;

namespace Diwan.Comments.Submitting;

/// <summary>Keeps what was begun for a key in the last second, so that what every submission needs is read once a second and not once each.</summary>
/// <remarks>A second is how long this process may not know what another one has done.</remarks>
/// <param name="most">Most keys that are kept; beyond it, what is made is not kept.</param>
/// <param name="clock">Tells how long ago.</param>
/// <param name="make">Begins it. Must return at once.</param>
internal sealed class Lately<T>(int most, TimeProvider clock, Func<string, T> make) where T : class
{
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly Lock _making = new();

    /// <summary>What is kept for a key, or is made now.</summary>
    public T Get(string key)
    {
        if (Find(key) is { } known) return known;
        lock (_making)
        {
            // Somebody else may have made it while this one waited.
            if (Find(key) is { } made) return made;
            _kept.TryRemove(key, out _);
            if (_kept.Count >= most) Sweep();
            var value = make(key);
            if (_kept.Count < most) _kept[key] = new(value, clock.GetTimestamp());
            return value;
        }
    }

    /// <summary>What is kept for a key; null when nothing is, or it is too old.</summary>
    public T? Find(string key) => _kept.TryGetValue(key, out var kept) && IsBelieved(kept) ? kept.Value : null;

    /// <summary>Keeps it no longer.</summary>
    public void Forget(string key) => _kept.TryRemove(key, out _);

    private bool IsBelieved(Kept kept) => clock.GetElapsedTime(kept.Since) < Believed;

    private void Sweep()
    {
        foreach (var (key, kept) in _kept)
        {
            if (!IsBelieved(kept)) _kept.TryRemove(key, out _);
        }
    }

    private sealed record Kept(T Value, long Since);
}
