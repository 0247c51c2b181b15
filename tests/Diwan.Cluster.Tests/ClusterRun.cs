using System.Collections.Concurrent;
using Diwan.Cluster.Tests.Faults;
using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests;

/// <summary>A cluster under load, and every fault once, in an order and with details that a seed draws.</summary>
internal static class ClusterRun
{
    private const int ReaderCount = 6, AuthorCount = 6, ModeratorCount = 2;

    /// <summary>Runs it.</summary>
    /// <param name="seed">The same seed breaks the same things in the same order.</param>
    /// <param name="note">Told of each step, for people.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Outcome> RunAsync(int seed, Action<string> note, CancellationToken ct)
    {
        await using var site = await Site.StartAsync();
        var told = new Told();
        var outages = new Outages(told);
        var canary = new Canary(site.Articles[0], told, outages);
        using var proxy = new Talk(site.Proxy.Address);
        using var desk = new Talk(site.Proxy.Address, site.Token);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var load = Load(site, proxy, desk, told, outages, canary, seed, ending.Token);
        var faults = new List<(string, int, double?)>();
        double promotion = 0;
        try
        {
            await Progress.CommentsAsync(told, 20);
            var random = new Random(seed);
            IFault[] all = [new KilledNode(), new CutFromRedis(), new LostPrimary(), new FullDisk(), new WrongClock(), new Restart()];
            random.Shuffle(all);
            foreach (var fault in all)
            {
                if (fault.Unable(site) is { } why)
                {
                    if (Needed.IsCi && fault is not FullDisk) throw new InvalidOperationException($"{fault.Name}: {why}, and CI must be able to.");
                    note($"{fault.Name} not tried: {why}");
                    faults.Add(($"{fault.Name} not tried", 0, null));
                    continue;
                }

                note($"{told.Now:F1} s: {fault.Name}");
                var before = told.ErrorSeconds;
                var writes = await fault.HappenAsync(site, told, random);
                faults.Add((fault.Name, told.ErrorSeconds - before, writes));
                if (fault is LostPrimary) promotion = writes!.Value;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await load;
        }

        var wrong = await Verdict.FindAsync(site, told, ct);
        note($"{canary.Looked} answers looked at for their age; {canary.Which}");
        return new(seed, told.Comments.Count, told.Decided.Count, told.Reads.Answered, wrong, canary.Oldest, canary.OldestOfAll, promotion, faults);
    }

    private static Task Load(Site site, Talk proxy, Talk desk, Told told, Outages outages, Canary canary, int seed, CancellationToken ct)
    {
        var waiting = new ConcurrentQueue<string>();
        // The first article's thread is the canary's own.
        var articles = site.Articles.Skip(1).ToList();
        return Task.WhenAll(
        [
            outages.WatchAsync(site, ct), canary.PublishAsync(proxy, desk, ct),
            .. site.NodesOf.Select(node => canary.WatchAsync(node.Address, ct)),
            .. Enumerable.Range(0, ReaderCount).Select(number => Readers.ReadAsync(proxy, site.Articles, seed + number, told, ct)),
            .. Enumerable.Range(0, AuthorCount).Select(number => Authors.WriteAsync(proxy, articles[number % articles.Count], told, waiting.Enqueue, ct)),
            .. Enumerable.Range(0, ModeratorCount).Select(_ => Moderator.DecideAsync(desk, waiting, told, ct)),
        ]);
    }
}
