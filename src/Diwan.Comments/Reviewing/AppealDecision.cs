using Diwan.Comments.Receipts;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Reviewing;

/// <summary>An author appeals against a rejection with the receipt: free, electronic, once for each rejection.</summary>
public sealed class AppealDecision(ICommentStore comments, IAppealStore appeals, AppealOptions options, TimeProvider clock)
{
    /// <summary>Longest appeal, in UTF-16 units.</summary>
    public const int MaxText = 2_000;

    /// <summary>Takes an appeal in, or says why not.</summary>
    /// <param name="receipt">The author's receipt.</param>
    /// <param name="text">The author's words; null or empty when none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AppealResult> RunAsync(string receipt, string? text, CancellationToken ct = default)
    {
        if (await comments.FindByReceiptAsync(ReceiptIssuer.Hash(receipt), ct) is not { } comment) return AppealResult.NotFound;
        if (text is not null && (text.Length > MaxText || !SubmissionRules.IsWellFormed(text))) return AppealResult.TextMalformed;
        if (comment.Status is not CommentStatus.Rejected) return AppealResult.NotRejected;

        var rejection = (await comments.DecisionsAsync(comment.Id, ct))[^1];
        var now = clock.GetUtcNow();
        if (now > options.DeadlineOf(rejection.At)) return AppealResult.TooLate;

        var appeal = new Appeal(
            Guid.CreateVersion7(now).ToString("N"), comment.Id, rejection.Version, string.IsNullOrWhiteSpace(text) ? "" : text, now);
        return await appeals.AddAsync(appeal, ct) ? AppealResult.Taken : AppealResult.KnownAlready;
    }
}

/// <summary>What came of an appeal's arrival.</summary>
public enum AppealResult
{
    /// <summary>Stored; a person at the desk will see it.</summary>
    Taken,

    /// <summary>This rejection has been appealed before.</summary>
    KnownAlready,

    /// <summary>No comment belongs to this receipt.</summary>
    NotFound,

    /// <summary>The comment is not rejected.</summary>
    NotRejected,

    /// <summary>The time for it is over.</summary>
    TooLate,

    /// <summary>Longer than <see cref="AppealDecision.MaxText"/>, or ill-formed.</summary>
    TextMalformed,
}
