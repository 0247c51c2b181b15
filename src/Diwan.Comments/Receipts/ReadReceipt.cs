using Diwan.Comments.Articles;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Receipts;

/// <summary>An author opens a receipt: where the comment stands and, after a decision, why. Changes nothing.</summary>
public sealed class ReadReceipt(ICommentStore comments, IArticleStore articles, IAppealStore appeals, IDeskStore desk, AppealOptions options)
{
    /// <summary>What the receipt opens; null when it is unknown or ill-formed.</summary>
    public async Task<OpenedReceipt?> RunAsync(string receipt, CancellationToken ct = default)
    {
        if (await comments.FindByReceiptAsync(ReceiptIssuer.Hash(receipt), ct) is not { } comment) return null;
        var decisions = await comments.DecisionsAsync(comment.Id, ct);
        var article = await articles.FindAsync(comment.ArticleId, ct)
            ?? throw new InvalidOperationException("A comment stands under an article that is not there.");
        var last = decisions[^1];
        return new(comment, article, last)
        {
            Appeals = await appeals.OfCommentAsync(comment.Id, ct),
            WasReported = comment.Status is CommentStatus.Rejected && await desk.WasReportedAsync(comment.Id, last.At, ct),
            AppealUntil = comment.Status is CommentStatus.Rejected ? options.DeadlineOf(last.At) : null,
        };
    }
}

/// <summary>What a receipt opens: its one comment and nothing else.</summary>
/// <param name="Comment">The author's comment.</param>
/// <param name="Article">The article it stands under.</param>
/// <param name="Last">The decision that counts.</param>
public sealed record OpenedReceipt(Comment Comment, Article Article, Decision Last)
{
    /// <summary>The author's appeals, oldest first.</summary>
    public IReadOnlyList<Appeal> Appeals { get; init; } = [];

    /// <summary>True when a reader had reported the comment before it was rejected.</summary>
    public bool WasReported { get; init; }

    /// <summary>Until when the rejection can be appealed; null when the comment is not rejected.</summary>
    public DateTimeOffset? AppealUntil { get; init; }

    /// <summary>The appeal against the rejection that stands; null when there is none.</summary>
    public Appeal? Appeal => Appeals.FirstOrDefault(appeal => appeal.Version == Last.Version);

    /// <summary>True when software noticed something the rejection rests on.</summary>
    public bool IsDetectedBySoftware => Last.Reasons.Any(reason => reason.Rule != DecideComment.ByHand);
}
