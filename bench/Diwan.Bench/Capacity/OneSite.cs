using Diwan.Bench.Http.Sites;

namespace Diwan.Bench.Capacity;

/// <summary>What one site on PostgreSQL with as much to do as so many newsrooms asks of each part, as a share of one virtual core or of the whole part.</summary>
internal sealed class OneSite
{
    // No part is planned to be busier than this in the busy hour.
    private const double Most = 0.5;
    private const double CoresOfNode = 2, CoresOfDatabase = 16;

    /// <summary>Plays the readers through and adds up the rest.</summary>
    public OneSite(Newsrooms newsrooms)
    {
        Newsrooms = newsrooms;
        // Caches depend on how many requests come between two decisions, not on how fast they come: a longer row of them stands for a busier hour.
        var played = Math.Min(newsrooms.Count, 10) * Newsrooms.HourOfOne;
        Nodes = 1;
        do Hour = SiteHour.Play(played, Newsrooms.Articles, ++Nodes);
        while (NodeCores / ((Nodes - 1) * CoresOfNode) > Most && Nodes < 512);
    }

    /// <summary>Whose.</summary>
    public Newsrooms Newsrooms { get; }

    /// <summary>Nodes of two cores: as many as keep below half when one of them is lost.</summary>
    public int Nodes { get; }

    /// <summary>The hour, with so many caches.</summary>
    public SiteHour Hour { get; }

    /// <summary>Cores that all nodes use together.</summary>
    public double NodeCores => Newsrooms.Requests * ((Hour.ReadCpu * 0.98) + (0.02 * (Measured.NodeSubmission + Measured.Decision))) * Measured.SavingMemory / 1e6;

    /// <summary>Cores that the primary uses: for comments, decisions, and pages that were not kept.</summary>
    public double PrimaryCores => ((Newsrooms.Comments * 2 * Measured.PrimaryWrite) + (Newsrooms.Requests * Hour.MadeShare * Measured.PrimaryPage)) / 1e6;

    /// <summary>The same when replicas serve the pages.</summary>
    public double PrimaryCoresWithReplicas => Newsrooms.Comments * 2 * Measured.PrimaryWrite / 1e6;

    /// <summary>Share of time in which some node's writer has the turn.</summary>
    public double Turn => Measured.WriterTurn.Busy(Newsrooms.Comments * 2);

    /// <summary>Megabytes of log a second, which go to each standby and replica.</summary>
    public double LogMegabytes => Newsrooms.Comments * Measured.LogBytes / 1e6;

    /// <summary>Gigabytes on disk that a year adds.</summary>
    public double YearGigabytes => Newsrooms.CommentsOfYear * Measured.PostgresBytes / 1e9;

    /// <summary>Requests a second that a CDN passes on when it keeps each page and thread for the second that answers allow it: one of each address that is asked for often.</summary>
    public double BehindCdn
    {
        get
        {
            var popularity = new Popularity(Newsrooms.Articles);
            var passed = Newsrooms.Requests * (0.13 + 0.02);
            for (var place = 0; place < Newsrooms.Articles; place++)
            {
                foreach (var share in (double[])[0.60, 0.25])
                {
                    var rate = Newsrooms.Requests * share * popularity.Share(place);
                    passed += rate / (1 + rate);
                }
            }

            return passed;
        }
    }

    /// <summary>The part that is full first when everything grows alike, and how many times as much it could take.</summary>
    public (string Part, double Times) Next => ((string, double)[])
        [("the writers' turn", 1 / Turn), ($"the primary's {CoresOfDatabase} cores", CoresOfDatabase / PrimaryCores)] is var parts
        ? parts.MinBy(part => part.Item2) : default;
}
