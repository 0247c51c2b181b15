using System.Collections.Concurrent;
using Diwan.Comments.Stores;
using Diwan.Server.Hosting;

namespace Diwan.Server.Pages.Rendering;

/// <summary>How many comments each article has, kept until its thread changes: front pages ask for twenty at a time, all day.</summary>
/// <remarks>A change takes the place itself away; a number that was being counted at that moment stays with the old place.</remarks>
public sealed class KnownCounts(ICommentStore comments) : IChangeListener
{
    // A number, an id and their places: some 200 bytes each.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Approved comments of each article, 0 for none.</summary>
    /// <param name="articleIds">Ids of articles that exist.</param>
    /// <param name="ct">Cancels.</param>
    public async ValueTask<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(articleIds);
        var counts = new Dictionary<string, int>(articleIds.Count, StringComparer.Ordinal);
        List<(string Id, Place Place)>? missing = null;
        foreach (var id in articleIds)
        {
            var place = _places.Count < Most ? _places.GetOrAdd(id, _ => new()) : _places.GetValueOrDefault(id) ?? new();
            if (place.Count is { } known) counts[id] = known;
            else (missing ??= []).Add((id, place));
        }

        if (missing is null) return counts;
        var found = await comments.CountsAsync([.. missing.Select(one => one.Id)], ct);
        foreach (var (id, place) in missing)
        {
            counts[id] = found.GetValueOrDefault(id);
            place.Count = counts[id];
        }

        return counts;
    }

    /// <inheritdoc/>
    public ValueTask OnChangeAsync(Change change, CancellationToken ct)
    {
        if (change is { Kind: ChangeKind.Thread, Key: var articleId }) _places.TryRemove(articleId, out _);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask OnGapAsync(CancellationToken ct)
    {
        _places.Clear();
        return ValueTask.CompletedTask;
    }

    private sealed class Place
    {
        private volatile object? _count;

        public int? Count
        {
            get => (int?)_count;
            set => _count = value;
        }
    }
}
