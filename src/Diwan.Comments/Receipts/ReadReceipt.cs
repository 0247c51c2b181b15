using Diwan.Comments.Articles;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Receipts;

/// <summary>An author opens a receipt: where the comment stands and, after a decision, why. Changes nothing.</summary>
public sealed class ReadReceipt(ICommentStore comments, IArticleStore articles)
{
    /// <summary>What the receipt opens; null when it is unknown or ill-formed.</summary>
    public async Task<OpenedReceipt?> RunAsync(string receipt, CancellationToken ct = default)
    {
        if (await comments.FindByReceiptAsync(ReceiptIssuer.Hash(receipt), ct) is not { } comment) return null;
        var decisions = await comments.DecisionsAsync(comment.Id, ct);
        var article = await articles.FindAsync(comment.ArticleId, ct)
            ?? throw new InvalidOperationException("A comment stands under an article that is not there.");
        return new(comment, article, decisions[^1]);
    }
}

/// <summary>What a receipt opens: its one comment and nothing else.</summary>
/// <param name="Comment">The author's comment.</param>
/// <param name="Article">The article it stands under.</param>
/// <param name="Last">The decision that counts.</param>
public sealed record OpenedReceipt(Comment Comment, Article Article, Decision Last);
