using Diwan.Comments.Publishing;
using Diwan.Comments.Submitting;
using Diwan.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>Readers served from a copy. Here the copy is another database that the test fills by hand, so that it lags exactly as long as the test wants.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public async Task Readers_get_the_copy_once_it_has_every_change_and_the_primary_until_then_and_the_desk_always_the_primary()
    {
        await using var primary = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await using var copy = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        using var folder = new TemporaryFolder();
        await using var node = await PostgresStore.OpenAsync(
            new() { Primary = PostgresAddress.Parse(primary.Address), Replica = PostgresAddress.Parse(copy.Address), Folder = primary.Folder, Readers = 2 },
            TimeProvider.System, NullLoggerFactory.Instance);
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in node.Changes.ReadAsync(TestContext.Current.CancellationToken))
            {
            }
        });
        var article = Some.Article();
        await node.Articles.SaveAsync(article);
        var comment = Some.Comment(article.Id);
        await node.Comments.AddAsync(Some.New(comment));
        await node.Comments.AppendAsync(Some.Decision(comment.Id, 2, Diwan.Comments.Reviewing.DecisionOutcome.Approved), CommentStatus.Approved);

        // The copy knows nothing of it: whoever reads now reads what was just written.
        Assert.NotNull(await node.Articles.FindAsync(article.Id));
        Assert.Single((await node.Comments.PageAsync(new(article.Id, ThreadSort.Newest, null, 20))).Comments);

        // Now it has the changes, but another text for the headline: from here on readers see the copy.
        await copy.Articles.SaveAsync(article with { Headline = "From the copy" });
        copy.Run("INSERT INTO changes (seq, kind, key) SELECT 99, 1, 'caught up'");
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await node.Articles.FindAsync(article.Id))!.Headline != "From the copy") end.Token.ThrowIfCancellationRequested();

        // A receipt and the desk still see the primary, where the comment is.
        Assert.NotNull(await node.Comments.FindByReceiptAsync($"receipt of {comment.Id}"));
        Assert.Equal(0, (await node.Desk.CountsAsync()).Pending);
        Assert.NotNull(await node.Comments.FindAsync(comment.Id));

        // A copy that goes away is not missed.
        await (await PostgresCluster.GetAsync()).RefuseAsync(copy.Address);
        NpgsqlConnection.ClearAllPools();
        Assert.Equal(article.Headline, (await node.Articles.FindAsync(article.Id))!.Headline);
    }
}
