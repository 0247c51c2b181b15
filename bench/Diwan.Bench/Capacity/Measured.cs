using Diwan.Bench.Cluster;

namespace Diwan.Bench.Capacity;

/// <summary>What was measured on two virtual cores, and where: the model stands on these figures and on no other. CPU in microseconds of one such core.</summary>
internal static class Measured
{
    /// <summary>A page that is kept: the mean of a page of 20 and one of 1,000. results/reads-2026-11-24.md.</summary>
    public const double KeptPage = 17.5;

    /// <summary>A thread in JSON that is kept: likewise.</summary>
    public const double KeptThread = 14;

    /// <summary>Counts for a front page, put together each time.</summary>
    public const double Counts = 22;

    /// <summary>Making a page anew and compressing it: the mean of three threads.</summary>
    public const double MadePage = 1_400;

    /// <summary>Making a thread in JSON anew: the mean of a short and a long one.</summary>
    public const double MadeThread = 173;

    /// <summary>A submission, judged, stored and recorded, in SQLite. results/peers-2026-11-24.md.</summary>
    public const double Submission = 200;

    /// <summary>A moderator's decision, in SQLite: the mean of three threads.</summary>
    public const double Decision = 550;

    /// <summary>How much more CPU a request takes with the memory settings of <c>./diwan</c> on a site of a million comments: 637 beside 426. results/site-2026-11-24.md.</summary>
    public const double SavingMemory = 637.0 / 426;

    /// <summary>Bytes on the wire of a page of 20 comments, and of its thread in JSON. results/reads-2026-11-24.md.</summary>
    public const double PageBytes = 3_239, ThreadBytes = 1_552, CountsBytes = 692;

    /// <summary>Bytes on disk of a comment with its decisions and its place in the ledger, in SQLite. docs/guides/operating.md.</summary>
    public const double CommentBytes = 2_000;

    /// <summary>MiB of a process of a large site after a busy hour. results/site-2026-11-24.md.</summary>
    public const double ProcessMebibytes = 247;

    /// <summary>A submission's CPU on a node whose site is in PostgreSQL: the middle one of three nodes. results/cluster-2026-11-29.md, as all that follows of PostgreSQL.</summary>
    public const double NodeSubmission = 300;

    /// <summary>What a comment written costs the primary, 64 sent at once.</summary>
    public const double PrimaryWrite = 363;

    /// <summary>What the first page of a thread costs the database.</summary>
    public const double PrimaryPage = 50;

    /// <summary>Bytes of log and on disk of a comment and its approval; the log with the whole pages that follow a checkpoint every 64 MB.</summary>
    public const double LogBytes = 20_152, PostgresBytes = 4_710;

    /// <summary>Comments a second of one node's store: how many are sent at once, the rate, and what a commit holds.</summary>
    public static readonly (int AtOnce, double Rate, double Held)[] WriterRates = [(1, 405, 1), (4, 1_085, 3.8), (16, 1_862, 15.2), (64, 2_303, 63.8), (256, 2_271, 250)];

    /// <summary>The turn that the two fastest-apart of these tell of; those between are for the model to foretell.</summary>
    public static Turn WriterTurn { get; } = Turn.Of(WriterRates[1], WriterRates[^1]);

    /// <summary>The hour of results/site-2026-11-24.md: share of answers that were kept ones, MiB kept at its end, and CPU a request before the memory settings.</summary>
    public const double HourHitRate = 0.576, HourKeptMebibytes = 15.2, HourCpu = 426;
}
