using System.Collections.Concurrent;
using Diwan.Comments.Stores;
using Diwan.Server.Hosting;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Keeps finished answers until something they show has changed. Many requests for one missing answer make it once.</summary>
/// <remarks>An answer belongs to a group, an article's id or <see cref="Site"/>. A change takes the whole group out; what was being made
/// from older data at that moment stays with the old group, so nobody who asks later gets it.</remarks>
public sealed class PageCache(PageCacheOptions options) : IChangeListener
{
    /// <summary>The group of pages that show many articles.</summary>
    public const string Site = "site";

    private readonly ConcurrentDictionary<string, Group> _groups = new();
    private readonly Lock _evicting = new();
    private long _bytes;
    private long _turn;
    private long _made;

    /// <summary>Bytes kept now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Answers asked for so far.</summary>
    public long Asked => Interlocked.Read(ref _turn);

    /// <summary>Answers that had to be made: one less this share of those asked for is the hit rate.</summary>
    public long Made => Interlocked.Read(ref _made);

    /// <summary>The answer, kept or made; null when it cannot be made (not kept then).</summary>
    /// <param name="group">An article's id that exists, or <see cref="Site"/>: never what a request says.</param>
    /// <param name="variant">Which of the group's answers; from a small set of values.</param>
    /// <param name="make">Makes it. Shared by all who wait, so it ends with none of them.</param>
    public Task<OpenEnded?> GetAsync(string group, string variant, Func<Task<OpenEnded?>> make)
    {
        var kept = _groups.GetOrAdd(group, _ => new Group());
        kept.LastTurn = Interlocked.Increment(ref _turn);
        if (!kept.Answers.TryGetValue(variant, out var answer))
        {
            if (kept.Answers.Count >= options.MaxVariants)
            {
                Interlocked.Increment(ref _made);
                return make();
            }

            answer = kept.Answers.GetOrAdd(variant, _ => new(() => MakeAsync(group, kept, variant, make)));
        }

        return answer.Value;
    }

    /// <inheritdoc/>
    public ValueTask OnChangeAsync(Change change, CancellationToken ct)
    {
        switch (change.Kind)
        {
            case ChangeKind.Thread:
                Drop(change.Key);
                Drop(Site);
                break;
            case ChangeKind.Article:
            case ChangeKind.Policy:
                // Headlines and guidelines stand on every page.
                DropAll();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "A kind of change that no page knows.");
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask OnGapAsync(CancellationToken ct)
    {
        DropAll();
        return ValueTask.CompletedTask;
    }

    private async Task<OpenEnded?> MakeAsync(string group, Group kept, string variant, Func<Task<OpenEnded?>> make)
    {
        OpenEnded? made = null;
        Interlocked.Increment(ref _made);
        try
        {
            // Whoever asks first must not hold the others' lock of the lazy value while it is made.
            await Task.Yield();
            made = await make();
            return made;
        }
        finally
        {
            if (made is null) kept.Answers.TryRemove(variant, out _);
            else Count(group, kept, made.Size);
        }
    }

    private void Count(string group, Group kept, int size)
    {
        lock (_evicting)
        {
            // Dropped while this was made: nobody will be given it, so it takes no room.
            if (!_groups.TryGetValue(group, out var current) || current != kept) return;
            kept.Bytes += size;
            _bytes += size;
            if (_bytes <= options.MaxBytes) return;
            // ToArray locks the dictionary; ordering it as it is throws when a group comes in meanwhile.
            foreach (var (oldest, _) in _groups.ToArray().OrderBy(entry => entry.Value.LastTurn))
            {
                if (_bytes <= options.MaxBytes / 10 * 9) break;
                Drop(oldest);
            }
        }
    }

    private void DropAll()
    {
        foreach (var group in _groups.Keys) Drop(group);
    }

    private void Drop(string group)
    {
        lock (_evicting)
        {
            if (_groups.TryRemove(group, out var dropped)) _bytes -= dropped.Bytes;
        }
    }

    private sealed class Group
    {
        public ConcurrentDictionary<string, Lazy<Task<OpenEnded?>>> Answers { get; } = new();

        public long Bytes { get; set; }

        public long LastTurn { get; set; }
    }
}
