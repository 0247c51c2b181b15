using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of appeals keeps.</summary>
public abstract class AppealContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task An_appeal_waits_until_it_has_an_outcome()
    {
        var (comment, appeal) = await AppealAsync();
        Assert.Equal(appeal, await Store.Appeals.FindAsync(appeal.Id));
        Assert.Equal([appeal], await Store.Appeals.OpenAsync(10));
        Assert.Equal(1, await Store.Appeals.CountOpenAsync());

        var outcome = new AppealOutcome(false, "other", false, "It stands.", Some.Noon.AddHours(1));
        Assert.True(await Store.Appeals.CloseAsync(appeal.Id, outcome, null));
        Assert.False(await Store.Appeals.CloseAsync(appeal.Id, outcome with { IsOverturned = true }, null));
        Assert.Empty(await Store.Appeals.OpenAsync(10));
        Assert.Equal([appeal with { Outcome = outcome }], await Store.Appeals.OfCommentAsync(comment.Id));
        Assert.Equal(CommentStatus.Rejected, (await Store.Comments.FindAsync(comment.Id))!.Status);
    }

    [Fact]
    public async Task One_rejection_is_appealed_once_and_the_next_one_again()
    {
        var (comment, appeal) = await AppealAsync();
        Assert.False(await Store.Appeals.AddAsync(appeal with { Id = "second" }));
        await DecideAsync(comment.Id, 3, CommentStatus.Pending);
        Assert.Empty(await Store.Appeals.OpenAsync(10));
        Assert.Equal(0, await Store.Appeals.CountOpenAsync());
        Assert.False(await Store.Appeals.CloseAsync(appeal.Id, new(false, "other", false, "Too late.", Some.Noon), null));
        await DecideAsync(comment.Id, 4, CommentStatus.Rejected);
        Assert.True(await Store.Appeals.AddAsync(appeal with { Id = "third", Version = 4 }));
        Assert.Equal("third", Assert.Single(await Store.Appeals.OpenAsync(10)).Id);
    }

    [Fact]
    public async Task An_overturned_rejection_is_published_in_the_same_transaction()
    {
        var (comment, appeal) = await AppealAsync();
        Assert.True(await Store.Appeals.CloseAsync(
            appeal.Id, new(true, "other", false, "It was fair.", Some.Noon), Some.Decision(comment.Id, 3, DecisionOutcome.Approved)));
        Assert.Equal(CommentStatus.Approved, (await Store.Comments.FindAsync(comment.Id))!.Status);
        Assert.Equal(1, (await Store.Comments.CountsAsync([comment.ArticleId]))[comment.ArticleId]);
    }

    private async Task<(Comment Comment, Appeal Appeal)> AppealAsync()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id);
        await DecideAsync(comment.Id, 2, CommentStatus.Rejected);
        var appeal = new Appeal(Some.Id(), comment.Id, 2, "Please look again.", Some.Noon);
        Assert.True(await Store.Appeals.AddAsync(appeal));
        return (comment, appeal);
    }
}
