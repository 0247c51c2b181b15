using Diwan.Comments.Publishing;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What readers of a thread are given, whatever the database.</summary>
public abstract class ThreadContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task Only_approved_comments_are_on_a_page()
    {
        var article = await AddArticleAsync();
        var approved = await AddApprovedAsync(article.Id);
        await AddAsync(article.Id);
        var rejected = await AddAsync(article.Id);
        await DecideAsync(rejected.Id, 2, CommentStatus.Rejected);
        await AddApprovedAsync((await AddArticleAsync()).Id);

        var page = await Store.Comments.PageAsync(new(article.Id, ThreadSort.Newest));
        Assert.Equal([approved with { Status = CommentStatus.Approved, Version = 2 }], page.Comments);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task The_newest_comments_of_the_site_are_approved_ones_of_every_thread()
    {
        var first = await AddApprovedAsync((await AddArticleAsync()).Id, minute: 1);
        var third = await AddApprovedAsync((await AddArticleAsync()).Id, minute: 3);
        var second = await AddApprovedAsync(first.ArticleId, minute: 2);
        await AddAsync(first.ArticleId);

        Assert.Equal([third.Id, second.Id], (await Store.Comments.LatestAsync(2)).Select(comment => comment.Id));
        Assert.Equal(3, (await Store.Comments.LatestAsync(100)).Count);
    }

    [Theory]
    [InlineData(ThreadSort.Newest)]
    [InlineData(ThreadSort.Oldest)]
    [InlineData(ThreadSort.Replies)]
    public async Task Pages_follow_each_other_without_gap_or_repetition_even_when_all_came_at_one_moment(ThreadSort sort)
    {
        var article = await AddArticleAsync();
        for (var i = 0; i < 11; i++) await AddApprovedAsync(article.Id, minute: i / 6);

        var whole = (await Store.Comments.PageAsync(new(article.Id, sort, Limit: 100))).Comments;
        foreach (var limit in (int[])[1, 5, 11])
            Assert.Equal(whole, await WalkAsync(after => Store.Comments.PageAsync(new(article.Id, sort, after, limit))));
        Assert.Equal(11, whole.DistinctBy(comment => comment.Id).Count());
    }

    [Fact]
    public async Task Each_order_is_the_one_it_is_named_for()
    {
        var article = await AddArticleAsync();
        var first = await AddApprovedAsync(article.Id, minute: 1);
        var answered = await AddApprovedAsync(article.Id, minute: 2);
        var last = await AddApprovedAsync(article.Id, minute: 3);
        var reply = await AddApprovedAsync(article.Id, answered, minute: 4);

        Assert.Equal([reply.Id, last.Id, answered.Id, first.Id], await IdsAsync(ThreadSort.Newest));
        Assert.Equal([first.Id, answered.Id, last.Id, reply.Id], await IdsAsync(ThreadSort.Oldest));
        Assert.Equal([answered.Id, reply.Id, last.Id, first.Id], await IdsAsync(ThreadSort.Replies));

        async Task<IEnumerable<string>> IdsAsync(ThreadSort sort) =>
            (await Store.Comments.PageAsync(new(article.Id, sort))).Comments.Select(comment => comment.Id);
    }

    [Fact]
    public async Task Replies_are_counted_at_every_depth_as_they_are_approved_and_taken_back()
    {
        var article = await AddArticleAsync();
        var root = await AddApprovedAsync(article.Id);
        var child = await AddApprovedAsync(article.Id, root);
        var grandchild = await AddApprovedAsync(article.Id, child);
        await AddAsync(article.Id, child);
        Assert.Equal((2, 1, 0), await RepliesAsync());

        await DecideAsync(child.Id, 3, CommentStatus.Withdrawn);
        Assert.Equal((1, 1, 0), await RepliesAsync());
        await DecideAsync(grandchild.Id, 3, CommentStatus.Pending);
        Assert.Equal((0, 0, 0), await RepliesAsync());
        await DecideAsync(grandchild.Id, 4, CommentStatus.Approved);
        Assert.Equal((1, 1, 0), await RepliesAsync());

        async Task<(int, int, int)> RepliesAsync() =>
            ((await Store.Comments.FindAsync(root.Id))!.Replies, (await Store.Comments.FindAsync(child.Id))!.Replies, (await Store.Comments.FindAsync(grandchild.Id))!.Replies);
    }

    [Fact]
    public async Task A_tree_is_in_reading_order()
    {
        var article = await AddArticleAsync();
        var one = await AddApprovedAsync(article.Id, minute: 1);
        var two = await AddApprovedAsync(article.Id, minute: 2);
        var late = await AddApprovedAsync(article.Id, one, minute: 9);
        var early = await AddApprovedAsync(article.Id, one, minute: 3);
        var underEarly = await AddApprovedAsync(article.Id, early, minute: 10);
        var deepest = await AddApprovedAsync(article.Id, underEarly, minute: 11);
        await AddAsync(article.Id, two);

        var tree = await Store.Comments.TreeAsync(new(article.Id, ThreadSort.Oldest), 100);
        Assert.Equal([one.Id, early.Id, underEarly.Id, deepest.Id, late.Id, two.Id], tree.Comments.Select(comment => comment.Id));
        var cut = await Store.Comments.TreeAsync(new(article.Id, ThreadSort.Oldest), 2);
        Assert.Equal([one.Id, early.Id, underEarly.Id, two.Id], cut.Comments.Select(comment => comment.Id));
    }

    [Theory]
    [InlineData(ThreadSort.Newest)]
    [InlineData(ThreadSort.Oldest)]
    [InlineData(ThreadSort.Replies)]
    public async Task Pages_of_a_tree_count_first_level_comments(ThreadSort sort)
    {
        var article = await AddArticleAsync();
        for (var i = 0; i < 5; i++)
        {
            var root = await AddApprovedAsync(article.Id, minute: i);
            for (var reply = 0; reply < i; reply++) await AddApprovedAsync(article.Id, root, minute: 10 + reply);
        }

        var first = await Store.Comments.TreeAsync(new(article.Id, sort, Limit: 2), 100);
        Assert.Equal(2, first.Comments.Count(comment => comment.Depth == 0));
        var all = await WalkAsync(after => Store.Comments.TreeAsync(new(article.Id, sort, after, 2), 100));
        Assert.Equal(15, all.DistinctBy(comment => comment.Id).Count());
        Assert.Equal(15, all.Count);
    }

    [Theory]
    [InlineData(CommentStatus.Withdrawn)]
    [InlineData(CommentStatus.Erased)]
    [InlineData(CommentStatus.Rejected)]
    public async Task A_comment_taken_away_stays_as_an_empty_tombstone_over_approved_replies(CommentStatus status)
    {
        var article = await AddArticleAsync();
        var root = await AddApprovedAsync(article.Id, minute: 1);
        var gone = await AddApprovedAsync(article.Id, root, minute: 2);
        var reply = await AddApprovedAsync(article.Id, gone, minute: 3);
        await DecideAsync(root.Id, 3, status);
        await DecideAsync(gone.Id, 3, status);

        var tree = (await Store.Comments.TreeAsync(new(article.Id, ThreadSort.Newest), 100)).Comments;
        Assert.Equal([root.Id, gone.Id, reply.Id], tree.Select(comment => comment.Id));
        Assert.All(tree.Take(2), tombstone => Assert.Equal((status, "", "", ""), (tombstone.Status, tombstone.Author, tombstone.Text, tombstone.Hash)));
        Assert.Equal([reply.Id], (await Store.Comments.PageAsync(new(article.Id, ThreadSort.Newest))).Comments.Select(comment => comment.Id));

        await DecideAsync(reply.Id, 3, CommentStatus.Rejected);
        Assert.Empty((await Store.Comments.TreeAsync(new(article.Id, ThreadSort.Newest), 100)).Comments);
    }

    [Fact]
    public async Task Counts_are_of_approved_comments_and_leave_out_articles_without_any()
    {
        var (busy, quiet) = (await AddArticleAsync(), await AddArticleAsync());
        var root = await AddApprovedAsync(busy.Id);
        var reply = await AddApprovedAsync(busy.Id, root);
        await AddAsync(quiet.Id);
        Assert.Equal(new Dictionary<string, int> { [busy.Id] = 2 }, await Store.Comments.CountsAsync([busy.Id, quiet.Id, "none"]));

        await DecideAsync(reply.Id, 3, CommentStatus.Rejected);
        await DecideAsync(root.Id, 3, CommentStatus.Withdrawn);
        Assert.Empty(await Store.Comments.CountsAsync([busy.Id, quiet.Id]));
    }

    [Fact]
    public async Task A_cursor_opens_the_list_it_was_given_for_and_no_other()
    {
        var (article, other) = (await AddArticleAsync(), await AddArticleAsync());
        for (var i = 0; i < 3; i++) await AddApprovedAsync(article.Id, minute: i);
        var query = new ThreadQuery(article.Id, ThreadSort.Newest, Limit: 1);
        var cursor = (await Store.Comments.PageAsync(query)).Next!;

        foreach (var wrong in (ThreadQuery[])[query with { Sort = ThreadSort.Oldest }, query with { ArticleId = other.Id }])
            await Assert.ThrowsAsync<CursorException>(() => Store.Comments.PageAsync(wrong with { After = cursor }));
        await Assert.ThrowsAsync<CursorException>(() => Store.Comments.TreeAsync(query with { After = cursor }, 1));

        var altered = new[] { "", "x", "%", new string('A', 5_000), "ە", cursor[..^1], cursor + "A" }
            .Concat(Enumerable.Range(0, cursor.Length - 1).Select(i => $"{cursor[..i]}{(cursor[i] == 'A' ? 'B' : 'A')}{cursor[(i + 1)..]}"));
        foreach (var text in altered)
            await Assert.ThrowsAsync<CursorException>(() => Store.Comments.PageAsync(query with { After = text }));
    }

    private static async Task<List<Comment>> WalkAsync(Func<string?, Task<ThreadPage>> page)
    {
        var all = new List<Comment>();
        for (string? after = null; ;)
        {
            var next = await page(after);
            all.AddRange(next.Comments);
            if (next.Next is null) return all;
            after = next.Next;
        }
    }
}
