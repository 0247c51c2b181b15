using Diwan.Comments.Articles;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Storage.Tests;

/// <summary>What every contract needs: an empty store, time, and the acts that come before most sentences.</summary>
public abstract class StoreContract(StoreUnderTest store) : IAsyncLifetime
{
    protected FakeTimeProvider Clock { get; } = new(Some.Noon);

    protected StoreUnderTest Store => store;

    public async ValueTask InitializeAsync() => await store.BeginAsync(Clock);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<Article> AddArticleAsync()
    {
        var article = Some.Article();
        await Store.Articles.SaveAsync(article);
        return article;
    }

    private protected async Task<Comment> AddAsync(NewComment comment)
    {
        await Store.Comments.AddAsync(comment);
        return comment.Comment;
    }

    private protected Task<Comment> AddAsync(string articleId, Comment? parent = null, int minute = 0, string text = "A comment.") =>
        AddAsync(Some.New(Some.Comment(articleId, parent, Some.Noon.AddMinutes(minute), text)));

    private protected async Task<Comment> AddApprovedAsync(string articleId, Comment? parent = null, int minute = 0)
    {
        var comment = await AddAsync(articleId, parent, minute);
        await DecideAsync(comment.Id, 2, CommentStatus.Approved);
        return comment;
    }

    private protected Task<bool> DecideAsync(string commentId, int version, CommentStatus status) => Store.Comments.AppendAsync(
        Some.Decision(commentId, version, status switch
        {
            CommentStatus.Approved => DecisionOutcome.Approved,
            CommentStatus.Rejected => DecisionOutcome.Rejected,
            CommentStatus.Withdrawn => DecisionOutcome.Withdrawn,
            CommentStatus.Erased => DecisionOutcome.Erased,
            _ => DecisionOutcome.Reopened,
        }), status);
}
