using Diwan.Comments.Judging;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Reviewing;

/// <summary>A reader reports a published comment; it comes to the desk's reported queue and stays public until a person decides.</summary>
public sealed class ReportComment(ICommentStore comments, IDeskStore desk, IPipelineSource pipelines, TimeProvider clock)
{
    /// <summary>Takes a report in, or says what is wrong with it.</summary>
    /// <param name="commentId">The comment.</param>
    /// <param name="guideline">Code of the guideline it breaks in the reader's eyes.</param>
    /// <param name="note">The reader's words; null or empty when none.</param>
    /// <param name="reporterKey">Keyed hash by which one reader's reports are known; null when nothing is known.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ReportResult> RunAsync(string commentId, string? guideline, string? note, string? reporterKey, CancellationToken ct = default)
    {
        if (guideline is null || pipelines.Current.Policy.Find(guideline) is null) return ReportResult.GuidelineUnknown;
        if (note is not null && (note.Length > DecideComment.MaxNote || !SubmissionRules.IsWellFormed(note))) return ReportResult.NoteMalformed;
        if (await comments.FindAsync(commentId, ct) is not { Status: CommentStatus.Approved }) return ReportResult.NotFound;

        var now = clock.GetUtcNow();
        var report = new Report(
            Guid.CreateVersion7(now).ToString("N"), commentId, guideline, string.IsNullOrWhiteSpace(note) ? null : note, reporterKey, now);
        return await desk.AddReportAsync(report, ct) ? ReportResult.Taken : ReportResult.KnownAlready;
    }
}

/// <summary>What came of a report.</summary>
public enum ReportResult
{
    /// <summary>Stored; the desk will see it.</summary>
    Taken,

    /// <summary>The same reader has reported this comment before.</summary>
    KnownAlready,

    /// <summary>No such published comment.</summary>
    NotFound,

    /// <summary>No such guideline in the policy.</summary>
    GuidelineUnknown,

    /// <summary>The note is longer than 1,000 UTF-16 units or ill-formed.</summary>
    NoteMalformed,
}
