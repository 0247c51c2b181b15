using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Reviewing;

/// <summary>A moderator takes back a decision while it is fresh: appends a <c>reopened</c> one, the comment waits again.</summary>
public sealed class UndoDecision(ICommentStore comments, TimeProvider clock)
{
    /// <summary>How long a decision can be undone; statements of reasons go out after it. Ten minutes (design, section 2).</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Undoes the newest decision of a comment.</summary>
    /// <param name="commentId">The comment.</param>
    /// <param name="version">The version that decision led to.</param>
    /// <param name="accountId">Who undoes; must be who decided, unless <paramref name="mayUndoOthers"/>.</param>
    /// <param name="mayUndoOthers">True for editors and admins.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DecideResult> RunAsync(string commentId, int version, string accountId, bool mayUndoOthers, CancellationToken ct = default)
    {
        if (await comments.FindAsync(commentId, ct) is not { } comment) return new DecideResult.NotFound();
        var last = (await comments.DecisionsAsync(commentId, ct))[^1];
        if (comment.Version != version) return new DecideResult.Stale(comment.Status, comment.Version, last.AccountId);
        if (last.DecidedBy is not DecidedBy.Moderator || last.Outcome is not (DecisionOutcome.Approved or DecisionOutcome.Rejected))
            return new DecideResult.NotAllowed(comment.Status);

        var now = clock.GetUtcNow();
        if (now - last.At > Window || (last.AccountId != accountId && !mayUndoOthers)) return new DecideResult.TooLate();

        var reopened = new Decision
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            CommentId = commentId,
            Version = version + 1,
            Outcome = DecisionOutcome.Reopened,
            DecidedBy = DecidedBy.Moderator,
            AccountId = accountId,
            PolicyVersion = last.PolicyVersion,
            ModelVersion = last.ModelVersion,
            At = now,
        };
        return await comments.AppendAsync(reopened, CommentStatus.Pending, ct)
            ? new DecideResult.Done(commentId, CommentStatus.Pending, reopened.Version)
            : new DecideResult.Stale(comment.Status, comment.Version, last.AccountId);
    }
}
