using System.Globalization;

namespace Diwan.Bench.Capacity;

/// <summary>What 1, 10 and 1,000 newsrooms need: a simulation that has to give the measured points first.</summary>
internal static class CapacityBench
{
    private const double MebibytesOfMachine = 64 * 1024, CoresOfMachine = 16, Most = 0.5;

    /// <summary>Checks and prints; 1 when a measured point is not met.</summary>
    public static int Run(TextWriter output)
    {
        output.WriteLine("| measured point | measured | the model | may differ by | met |\n|---|---:|---:|---:|---|");
        var isMet = true;
        foreach (var (name, measured, model, within) in Points())
        {
            var isNear = Math.Abs(model - measured) <= within * measured;
            isMet &= isNear;
            Line(output, $"| {name} | {measured:G4} | {model:G4} | {within:P0} | {(isNear ? "yes" : "NO")} |");
        }

        if (!isMet) return 1;
        Apart(output);
        Together(output);
        return 0;
    }

    private static IEnumerable<(string Name, double Measured, double Model, double Within)> Points()
    {
        var hour = SiteHour.Play(Newsrooms.HourOfOne, Newsrooms.Articles, isAsMeasured: true);
        yield return ("share of kept answers in the hour", Measured.HourHitRate, hour.HitRate, 0.03);
        yield return ("the same with 24 MiB", Measured.HourHitRate, SiteHour.Play(Newsrooms.HourOfOne, Newsrooms.Articles, 1, 24, isAsMeasured: true).HitRate, 0.06);
        yield return ("the same with 32 MiB", Measured.HourHitRate, SiteHour.Play(Newsrooms.HourOfOne, Newsrooms.Articles, 1, 32, isAsMeasured: true).HitRate, 0.06);
        yield return ("MiB kept at its end", Measured.HourKeptMebibytes, hour.KeptMebibytes, 0.1);
        yield return ("CPU a request, µs", Measured.HourCpu, hour.CpuOfAll, 0.15);
        yield return ("the same with the memory settings of ./diwan", Measured.HourCpu * Measured.SavingMemory, hour.CpuOfAll * Measured.SavingMemory, 0.15);
        // The second and the last row gave the turn; those between are what it has to foretell.
        foreach (var (atOnce, rate, _) in Measured.WriterRates[2..^1]) yield return ($"comments a second, {atOnce.ToString(CultureInfo.InvariantCulture)} sent at once", rate, Measured.WriterTurn.Rate(atOnce), 0.3);
    }

    private static void Apart(TextWriter output)
    {
        output.WriteLine("\nEach newsroom a site of its own: a process with one file, in its busy hour.\n\n| newsrooms | cores used | memory, GiB | machines of 16 cores and 64 GiB | GB a year | Mbit/s to readers |\n|---:|---:|---:|---:|---:|---:|");
        var hour = SiteHour.Play(Newsrooms.HourOfOne, Newsrooms.Articles);
        foreach (var newsrooms in All())
        {
            var cores = newsrooms.Requests * hour.CpuOfAll * Measured.SavingMemory / 1e6;
            var memory = newsrooms.Count * Measured.ProcessMebibytes;
            var machines = Math.Ceiling(Math.Max(cores / (CoresOfMachine * Most), memory / (MebibytesOfMachine * 0.9)));
            Line(output, $"| {newsrooms.Count} | {cores:F2} | {memory / 1024:F1} | {machines:F0} | {newsrooms.CommentsOfYear * Measured.CommentBytes / 1e9:F0} | {newsrooms.BytesOut * 8 / 1e6:F1} |");
        }
    }

    private static void Together(TextWriter output)
    {
        output.WriteLine("\nOne site with as many readers, comments and decisions as so many newsrooms, on PostgreSQL.\n");
        output.WriteLine("| newsrooms' worth | requests a second | kept answers | nodes of 2 cores | cores of all nodes | primary's cores | with replicas for readers | writers have the turn | log, MB/s | GB a year | a CDN passes on | full first, at how many times this |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (var newsrooms in All())
        {
            var site = new OneSite(newsrooms);
            var (part, times) = site.Next;
            Line(output, $"| {newsrooms.Count} | {newsrooms.Requests:F0} | {site.Hour.HitRate:P0} | {site.Nodes} | {site.NodeCores:F2} | {site.PrimaryCores:F2} | {site.PrimaryCoresWithReplicas:F2} | {site.Turn:P1} | {site.LogMegabytes:F2} | {site.YearGigabytes:F0} | {site.BehindCdn:F0} | {part}, {times:F1} |");
        }
    }

    private static IEnumerable<Newsrooms> All() => ((int[])[1, 10, 100, 1_000]).Select(count => new Newsrooms(count));

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
