using System.Collections.Concurrent;
using System.Text.Json;

namespace Diwan.Cluster.Tests.Load;

/// <summary>How old is what a node shows: one comment after the other is published in a thread of its own, every third taken down again, and each node is asked all the time whether it has heard.</summary>
internal sealed class Canary(string article, Told told, Outages outages)
{
    private const int Watched = 10;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(30);

    private readonly ConcurrentDictionary<string, Shown> _shown = new();
    private readonly ConcurrentQueue<string> _newest = new();
    private readonly Lock _turn = new();

    /// <summary>The oldest answer seen, in seconds after the decision that it did not show, less the time in which no database answered.</summary>
    public double Oldest { get; private set; }

    /// <summary>The same with that time.</summary>
    public double OldestOfAll { get; private set; }

    /// <summary>Answers that were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>What the oldest answer was, for people.</summary>
    public string Which { get; private set; } = "";

    /// <summary>Publishes and takes down until cancelled.</summary>
    public async Task PublishAsync(Talk authors, Talk desk, CancellationToken ct)
    {
        for (var number = 0; !ct.IsCancellationRequested; number++)
        {
            if (await Authors.SendAsync(authors, article, told, ct) is not { } id) continue;
            if (!await DecideAsync(desk, id, isShown: true, version: 1, ct)) continue;
            _newest.Enqueue(id);
            if (_newest.Count > Watched && _newest.TryDequeue(out var old)) _shown.TryRemove(old, out _);
            if (number % 3 == 2) await DecideAsync(desk, id, isShown: false, version: 2, ct);
        }
    }

    /// <summary>Asks one node until cancelled. While it is down nothing is learned.</summary>
    public async Task WatchAsync(Uri node, CancellationToken ct)
    {
        using var talk = new Talk(node);
        while (!ct.IsCancellationRequested)
        {
            var expected = _shown.ToArray();
            var began = told.Now;
            if (await talk.GetAsync($"/api/v1/articles/{article}/comments?sort=newest&limit=40", CancellationToken.None) is (200, var page))
            {
                var ids = page.GetProperty("comments").EnumerateArray().Select(comment => comment.GetProperty("id").GetString()!).ToHashSet();
                Look(node, expected, ids, began);
            }

            await Task.Delay(Between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> DecideAsync(Talk desk, string id, bool isShown, int version, CancellationToken ct)
    {
        // From here on nobody can say what a reader should see, until the answer is there.
        _shown.TryRemove(id, out _);
        if (!await Moderator.SendAsync(desk, id, isShown, version, told, ct)) return false;
        _shown[id] = new(isShown, told.Now);
        return true;
    }

    private void Look(Uri node, KeyValuePair<string, Shown>[] expected, HashSet<string> ids, double began)
    {
        lock (_turn)
        {
            Looked++;
            foreach (var (id, shown) in expected)
            {
                // Decided on meanwhile, or shown as it should be.
                if (!_shown.TryGetValue(id, out var still) || still != shown || ids.Contains(id) == shown.IsShown) continue;
                var age = began - shown.At;
                var answered = age - outages.Within(shown.At, began);
                OldestOfAll = Math.Max(OldestOfAll, age);
                if (answered <= Oldest) continue;
                Oldest = answered;
                Which = FormattableString.Invariant($"the node at {node} at {began:F2} s did not show what was {(shown.IsShown ? "published" : "taken down")} at {shown.At:F2} s");
            }
        }
    }

    private sealed record Shown(bool IsShown, double At);
}
