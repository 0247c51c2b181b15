namespace Diwan.Comments.Submitting;

/// <summary>The latest fingerprints of one thread or of one author: those that were stored when it was read, and those that came since.</summary>
internal sealed class Trail
{
    private readonly Lock _lock = new();
    // Oldest first.
    private readonly List<FingerprintEntry> _entries;
    private readonly int _limit;

    /// <summary>Begins to read what is stored.</summary>
    /// <param name="load">Reads it, newest first.</param>
    /// <param name="limit">How many are of use.</param>
    public Trail(Func<Task<IReadOnlyList<FingerprintEntry>>> load, int limit)
    {
        (_limit, _entries) = (limit, new(limit));
        Loaded = LoadAsync(load);
    }

    /// <summary>Ends when what was stored is in it.</summary>
    public Task Loaded { get; }

    /// <summary>Adds one that was stored after this trail was begun.</summary>
    public void Add(FingerprintEntry entry)
    {
        lock (_lock)
        {
            Insert(entry);
            if (_entries.Count >= 2 * _limit) _entries.RemoveRange(0, _entries.Count - _limit);
        }
    }

    /// <summary>Those of use, oldest first.</summary>
    public FingerprintEntry[] Latest()
    {
        lock (_lock)
        {
            var count = Math.Min(_limit, _entries.Count);
            return [.. _entries.GetRange(_entries.Count - count, count)];
        }
    }

    private async Task LoadAsync(Func<Task<IReadOnlyList<FingerprintEntry>>> load)
    {
        // Elsewhere: whoever begins a trail holds a lock.
        var stored = await Task.Run(load);
        lock (_lock)
        {
            foreach (var entry in stored) Insert(entry);
        }
    }

    // Two that come at once may be stored in either order, and what was being stored while the trail was read may come twice.
    private void Insert(FingerprintEntry entry)
    {
        var place = _entries.Count;
        while (place > 0 && _entries[place - 1].At > entry.At) place--;
        for (var same = place - 1; same >= 0 && _entries[same].At == entry.At; same--)
        {
            if (_entries[same].CommentId == entry.CommentId) return;
        }

        _entries.Insert(place, entry);
    }
}
