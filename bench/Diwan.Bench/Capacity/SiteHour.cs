using Diwan.Bench.Http.Sites;

namespace Diwan.Bench.Capacity;

/// <summary>An hour of readers, authors and moderators, played through against the caches of any number of nodes: of a hundred requests 60 pages, 25 threads, 13 counts, two comments, each of these decided on.</summary>
/// <param name="Requests">How many came.</param>
/// <param name="HitRate">Share of pages and threads that were kept ones.</param>
/// <param name="KeptMebibytes">What one node keeps at the end.</param>
/// <param name="ReadCpu">Microseconds of CPU a read takes on a node.</param>
/// <param name="MadeShare">Pages and threads made anew, a request.</param>
internal sealed record SiteHour(int Requests, double HitRate, double KeptMebibytes, double ReadCpu, double MadeShare)
{
    // What a kept answer takes besides its bytes on the wire: it is compressed quickly at first, and has its head and its place.
    private const double Overhead = 1.35;
    private const int Page = 0, Thread = 1;

    // That of the measured hour, so that the same requests come.
    private const int Seed = 6;

    /// <summary>CPU a request of all kinds takes with SQLite, in microseconds: reads, submissions and the decisions that follow.</summary>
    public double CpuOfAll => (ReadCpu * 0.98) + ((Measured.Submission + Measured.Decision) * 0.02);

    /// <summary>Plays it.</summary>
    /// <param name="requests">How many come.</param>
    /// <param name="articles">How many there are to read.</param>
    /// <param name="nodes">Among how many nodes requests go round; each has a cache of its own, and hears of each decision.</param>
    /// <param name="megabytes">Size of each cache.</param>
    /// <param name="isAsMeasured">True to have the very requests of the bench come. It draws each with a seed of its own, the one after the other's, and such draws are like each other: its
    /// articles come round by turns, which a cache that forgets what was asked longest ago bears badly. False for readers who do not know of each other.</param>
    public static SiteHour Play(int requests, int articles, int nodes = 1, double megabytes = 16, bool isAsMeasured = false)
    {
        var popularity = new Popularity(articles);
        var random = new Random(Seed);
        var caches = Enumerable.Range(0, nodes).Select(_ => new PageCacheModel(megabytes * 1024 * 1024)).ToArray();
        double cpu = 0;
        // The measured hour began with nothing kept; what is forecast is one in the middle of the day.
        for (var number = isAsMeasured ? 0 : -requests; number < requests; number++)
        {
            if (number == 0)
            {
                cpu = 0;
                Array.ForEach(caches, each => each.CountAnew());
            }

            var (kind, article) = isAsMeasured ? Visits.Draw(popularity, Seed, number) : (random.Next(100), popularity.Draw(random.NextDouble()));
            var cache = caches[Math.Abs(number % nodes)];
            switch (kind)
            {
                case < 60: cpu += cache.Ask(article, Page, Measured.PageBytes * Overhead) ? Measured.KeptPage : Measured.MadePage; break;
                case < 85: cpu += cache.Ask(article, Thread, Measured.ThreadBytes * Overhead) ? Measured.KeptThread : Measured.MadeThread; break;
                case < 98: cpu += Measured.Counts; break;
                default: Array.ForEach(caches, each => each.Drop(article)); break;
            }
        }

        var (asked, made) = (caches.Sum(each => each.Figures.Asked), caches.Sum(each => each.Figures.Made));
        return new(requests, 1 - ((double)made / asked), caches[0].Kept / 1024 / 1024, cpu / (requests * 0.98), (double)made / requests);
    }
}
