using Diwan.Comments.Articles;
using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Policy;

namespace Diwan.Comments.Reviewing;

/// <summary>The desk looks at the appeals that wait, each with all that deciding on it needs.</summary>
public sealed class ReadAppeals(
    IAppealStore appeals, ICommentStore comments, IArticleStore articles, IAccountStore accounts, CitedGuidelines guidelines, AppealOptions options,
    TimeProvider clock)
{
    /// <summary>Most appeals shown at once.</summary>
    public const int Limit = 50;

    /// <summary>The appeals, longest waiting first, as <paramref name="accountId"/> may deal with them.</summary>
    public async Task<IReadOnlyList<AppealCard>> RunAsync(string accountId, CancellationToken ct = default)
    {
        var everybody = await accounts.ListAsync(ct);
        var cards = new List<AppealCard>();
        foreach (var appeal in await appeals.OpenAsync(Limit, ct))
        {
            var comment = await comments.FindAsync(appeal.CommentId, ct) ?? throw new InvalidOperationException("An appeal is about a comment that is not there.");
            var article = await articles.FindAsync(comment.ArticleId, ct) ?? throw new InvalidOperationException("A comment stands under an article that is not there.");
            var rejection = (await comments.DecisionsAsync(comment.Id, ct))[^1];
            var isOwn = rejection.AccountId == accountId;
            var from = isOwn ? options.SamePersonFrom(rejection, everybody) : null;
            cards.Add(new(
                appeal, comment, article, rejection, await guidelines.FindAsync(rejection, ct),
                everybody.FirstOrDefault(account => account.Id == rejection.AccountId)?.Name,
                isOwn && (from is null || clock.GetUtcNow() < from), from));
        }

        return cards;
    }
}

/// <summary>An appeal with what deciding on it needs.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="Comment">The rejected comment.</param>
/// <param name="Article">The article it stands under.</param>
/// <param name="Rejection">The decision it is against.</param>
/// <param name="Guideline">The guideline that was cited, as it was then.</param>
/// <param name="RejectedBy">Who rejected; null when a rule did.</param>
/// <param name="IsBarred">True when who looks may not decide it (yet).</param>
/// <param name="From">On a desk of one: from when on who rejected may decide.</param>
public sealed record AppealCard(
    Appeal Appeal, Comment Comment, Article Article, Decision Rejection, Guideline? Guideline, string? RejectedBy, bool IsBarred, DateTimeOffset? From);
