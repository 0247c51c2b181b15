using Diwan.Comments.Notifying;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Microsoft.Extensions.Logging;

namespace Diwan.Comments.Retaining;

/// <summary>Destroys a comment's text, name, address and all that could lead back to them. That decisions happened stays, and the ledger still verifies.</summary>
public sealed partial class EraseComment(ICommentStore comments, IErasureStore erasures, IMailStore mail, TimeProvider clock, ILogger<EraseComment> log)
{
    /// <summary>Erases the comment a receipt opens; doing it twice is doing it once.</summary>
    public async Task<EraseResult> ByReceiptAsync(string receipt, CancellationToken ct = default) =>
        await comments.FindByReceiptAsync(ReceiptIssuer.Hash(receipt), ct) is { } comment
            ? await RunAsync(comment.Id, DecidedBy.Author, ct)
            : EraseResult.NotFound;

    /// <summary>Erases again what a restored backup brought back.</summary>
    /// <returns>How many comments and addresses were erased.</returns>
    public async Task<int> ReplayAsync(CancellationToken ct = default)
    {
        var erased = 0;
        foreach (var id in await erasures.ListAsync(ct))
        {
            if (ErasedSubject.DigestIn(id) is { } digest)
            {
                if (await mail.FindAsync(digest, ct) is { State: not AddressState.Refused }) erased++;
                await mail.RefuseAsync(digest, clock.GetUtcNow(), ct);
            }
            else if (await comments.FindAsync(id, ct) is { Status: not CommentStatus.Erased } && await RunAsync(id, DecidedBy.Author, ct) is EraseResult.Erased) erased++;
        }

        return erased;
    }

    /// <summary>Erases a comment.</summary>
    /// <param name="commentId">The comment.</param>
    /// <param name="decidedBy">The author who asked, or the rule of retention.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<EraseResult> RunAsync(string commentId, DecidedBy decidedBy, CancellationToken ct = default)
    {
        // A decision may come between reading and writing: look again, a few times at most.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (await comments.FindAsync(commentId, ct) is not { } comment) return EraseResult.NotFound;
            if (comment.Status is CommentStatus.Erased) return EraseResult.Erased;
            if (await erasures.IsHeldAsync(commentId, ct)) return EraseResult.Held;

            var last = (await comments.DecisionsAsync(commentId, ct))[^1];
            var now = clock.GetUtcNow();
            await erasures.NoteAsync(commentId, now, ct);
            var erased = new Decision
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                CommentId = commentId,
                Version = comment.Version + 1,
                Outcome = DecisionOutcome.Erased,
                DecidedBy = decidedBy,
                PolicyVersion = last.PolicyVersion,
                ModelVersion = last.ModelVersion,
                At = now,
            };
            if (!await comments.AppendAsync(erased, CommentStatus.Erased, ct)) continue;
            var isScrubbed = await erasures.ScrubAsync(ct);
            LogErased(commentId, isScrubbed);
            return EraseResult.Erased;
        }

        return EraseResult.Busy;
    }

    [LoggerMessage(2401, LogLevel.Information, "Comment {Comment} erased; overwritten on disk: {Scrubbed}")]
    private partial void LogErased(string comment, bool scrubbed);
}

/// <summary>What came of asking for erasure.</summary>
public enum EraseResult
{
    /// <summary>Destroyed, now or before.</summary>
    Erased,

    /// <summary>No such comment.</summary>
    NotFound,

    /// <summary>A legal hold forbids it.</summary>
    Held,

    /// <summary>It was being decided on again and again; trying again is right.</summary>
    Busy,
}
