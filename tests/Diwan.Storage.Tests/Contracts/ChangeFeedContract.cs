using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every change feed tells, whatever the database.</summary>
public abstract class ChangeFeedContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task Every_change_that_readers_can_see_is_told_in_order_at_once()
    {
        var article = await AddArticleAsync();
        var held = await AddAsync(article.Id);
        await DecideAsync(held.Id, 2, CommentStatus.Rejected);
        var shown = await AddApprovedAsync(article.Id);
        await DecideAsync(shown.Id, 3, CommentStatus.Withdrawn);
        await Store.Articles.SetThreadClosedAsync(article.Id, true);
        await Store.Policies.PublishAsync("1", "one", Some.Noon);

        Assert.Equal(
            [
                new(ChangeKind.Article, article.Id), new(ChangeKind.Thread, article.Id), new(ChangeKind.Thread, article.Id),
                new(ChangeKind.Article, article.Id), new Change(ChangeKind.Policy, "1"),
            ],
            await TakeAsync(5));
    }

    [Fact]
    public async Task A_change_made_while_somebody_reads_is_told_without_any_time_passing()
    {
        var reading = TakeAsync(1);
        var article = await AddArticleAsync();
        Assert.Equal([new(ChangeKind.Article, article.Id)], await reading);
    }

    [Fact]
    public async Task Reading_ends_when_cancelled_and_goes_on_where_it_stood()
    {
        var first = await AddArticleAsync();
        Assert.Equal(first.Id, (await TakeAsync(1))[0].Key);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await foreach (var change in Store.Changes.ReadAsync(cancelled.Token)) Assert.Fail($"{change}");

        var second = await AddArticleAsync();
        Assert.Equal(second.Id, (await TakeAsync(1))[0].Key);
    }

    private async Task<List<Change>> TakeAsync(int count)
    {
        var changes = new List<Change>();
        await foreach (var change in Store.Changes.ReadAsync(TestContext.Current.CancellationToken))
        {
            changes.Add(change);
            if (changes.Count == count) break;
        }

        return changes;
    }
}
