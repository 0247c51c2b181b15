using System.Diagnostics.Metrics;

namespace Diwan.Comments.Submitting;

/// <summary>Counts what is submitted, over all sites of this process.</summary>
public static class SubmissionMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Diwan.Comments";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Submissions = Meter.CreateCounter<long>(
        "diwan.submissions", "{submission}", "Comments taken in, by where they stood first, and submissions refused or repeated");

    private static readonly Histogram<double> Judging = Meter.CreateHistogram(
        "diwan.judging", "s", "How long judging a comment took", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.000_1, 0.000_2, 0.000_5, 0.001, 0.002, 0.005, 0.01, 0.1, 1] });

    /// <summary>One submission that was answered.</summary>
    internal static void Count(SubmitResult result) => Submissions.Add(1, new KeyValuePair<string, object?>("outcome", result switch
    {
        SubmitResult.Accepted { IsReplay: true } => "repeated",
        SubmitResult.Accepted { Comment.Status: CommentStatus.Approved } => "approved",
        SubmitResult.Accepted { Comment.Status: CommentStatus.Rejected } => "rejected",
        SubmitResult.Accepted => "pending",
        _ => "refused",
    }));

    /// <summary>One comment that was judged.</summary>
    internal static void Judged(TimeSpan took) => Judging.Record(took.TotalSeconds);
}
