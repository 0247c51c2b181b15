using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;

namespace Diwan.Comments.Submitting;

/// <summary>An author takes a comment back with its receipt. A tombstone stays where replies hang on it.</summary>
public sealed class WithdrawComment(ICommentStore comments, TimeProvider clock)
{
    /// <summary>Withdraws; doing it twice is doing it once.</summary>
    public async Task<DecideResult> RunAsync(string receipt, CancellationToken ct = default)
    {
        // A decision may come between reading and writing: look again, a few times at most.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (await comments.FindByReceiptAsync(ReceiptIssuer.Hash(receipt), ct) is not { } comment) return new DecideResult.NotFound();
            if (comment.Status is CommentStatus.Withdrawn) return new DecideResult.Done(comment.Id, comment.Status, comment.Version);
            if (comment.Status is CommentStatus.Rejected or CommentStatus.Erased) return new DecideResult.NotAllowed(comment.Status);

            var last = (await comments.DecisionsAsync(comment.Id, ct))[^1];
            var now = clock.GetUtcNow();
            var withdrawn = new Decision
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                CommentId = comment.Id,
                Version = comment.Version + 1,
                Outcome = DecisionOutcome.Withdrawn,
                DecidedBy = DecidedBy.Author,
                PolicyVersion = last.PolicyVersion,
                ModelVersion = last.ModelVersion,
                At = now,
            };
            if (await comments.AppendAsync(withdrawn, CommentStatus.Withdrawn, ct))
                return new DecideResult.Done(comment.Id, CommentStatus.Withdrawn, withdrawn.Version);
        }

        return new DecideResult.Stale(CommentStatus.Pending, 0, null);
    }
}
