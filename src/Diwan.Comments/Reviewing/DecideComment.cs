using Diwan.Comments.Judging;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Microsoft.Extensions.Logging;

namespace Diwan.Comments.Reviewing;

/// <summary>A moderator approves or rejects. The text is never touched: deciding is all a moderator can do.</summary>
public sealed partial class DecideComment(
    ICommentStore comments, IDeskStore desk, IPipelineSource pipelines, TimeProvider clock, ILogger<DecideComment> log)
{
    /// <summary>Longest note, in UTF-16 units.</summary>
    public const int MaxNote = 1_000;

    /// <summary>The rule named by reasons that a moderator gave.</summary>
    public const string ByHand = "moderator";

    /// <summary>Decides, unless the comment has moved on since the moderator looked at it.</summary>
    public async Task<DecideResult> RunAsync(DecideRequest request, CancellationToken ct = default)
    {
        if (request.Note is { } note && (note.Length > MaxNote || !SubmissionRules.IsWellFormed(note))) return new DecideResult.Malformed("note");
        if (await comments.FindAsync(request.CommentId, ct) is not { } comment) return new DecideResult.NotFound();
        if (comment.Version != request.Version) return await StaleAsync(comment, ct);
        if (!MayBecome(comment.Status, request.Approve)) return new DecideResult.NotAllowed(comment.Status);

        var policy = pipelines.Current.Policy;
        if (!request.Approve && (request.Guideline is null || policy.Find(request.Guideline) is null)) return new DecideResult.GuidelineUnknown();
        if (request.Spans?.Any(span => span.Start < 0 || span.End <= span.Start || span.End > comment.Text.Length) is true)
            return new DecideResult.Malformed("spans");

        var judgement = await comments.JudgementAsync(comment.Id, ct);
        var decision = new Decision
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
            CommentId = comment.Id,
            Version = comment.Version + 1,
            Outcome = request.Approve ? DecisionOutcome.Approved : DecisionOutcome.Rejected,
            Guideline = request.Approve ? null : request.Guideline,
            Reasons = request.Approve ? [] : ReasonsFor(request, judgement?.Recommendation),
            DecidedBy = DecidedBy.Moderator,
            AccountId = request.AccountId,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note,
            PolicyVersion = policy.Version,
            ModelVersion = judgement?.ModelVersion ?? "none",
            At = clock.GetUtcNow(),
        };
        var status = request.Approve ? CommentStatus.Approved : CommentStatus.Rejected;

        if (!await comments.AppendAsync(decision, status, ct))
            return await StaleAsync((await comments.FindAsync(comment.Id, ct))!, ct);

        // A decision on a reported comment answers its reports.
        await desk.DismissReportsAsync(comment.Id, request.AccountId, decision.At, ct);
        await desk.ReleaseAsync(comment.Id, request.AccountId, ct);
        LogDecided(comment.Id, decision.Outcome, decision.Guideline ?? "-", decision.PolicyVersion);
        return new DecideResult.Done(comment.Id, status, decision.Version);
    }

    // design: Pending → either; Approved → Rejected after a report or second look; Rejected → Approved by an appeal alone.
    private static bool MayBecome(CommentStatus status, bool approve) => status switch
    {
        CommentStatus.Pending => true,
        CommentStatus.Approved => !approve,
        _ => false,
    };

    // The words the author will be shown: the moderator's own marking first, else what the engine found for that guideline.
    private static IReadOnlyList<Reason> ReasonsFor(DecideRequest request, Recommendation? recommendation)
    {
        if (request.Spans is { Count: > 0 } spans)
            return [.. spans.Select(span => new Reason(request.Guideline, ByHand, Outcome.Reject,
                new Signal(ByHand, 1, ByHand, TextField.Text, span)))];

        return [.. (recommendation?.Reasons ?? []).Where(reason => reason.Guideline == request.Guideline)];
    }

    private async Task<DecideResult> StaleAsync(Comment comment, CancellationToken ct)
    {
        var last = (await comments.DecisionsAsync(comment.Id, ct))[^1];
        return new DecideResult.Stale(comment.Status, comment.Version, last.AccountId);
    }

    [LoggerMessage(2201, LogLevel.Information, "Comment {Comment}: {Outcome} by a moderator, guideline {Guideline}, policy {Policy}")]
    private partial void LogDecided(string comment, DecisionOutcome outcome, string guideline, string policy);
}
