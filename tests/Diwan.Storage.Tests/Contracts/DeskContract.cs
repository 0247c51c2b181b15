using Diwan.Comments.Publishing;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Decisions;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What the desk is given, whatever the database.</summary>
public abstract class DeskContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task Each_queue_holds_the_comments_it_is_named_for()
    {
        var article = await AddArticleAsync();
        var pending = await AddAsync(article.Id);
        var approved = await AddApprovedAsync(article.Id);
        var reported = await AddApprovedAsync(article.Id, minute: 1);
        await Store.Desk.AddReportAsync(Report(reported.Id, "reader"));
        var rejected = await AddAsync(article.Id);
        await DecideAsync(rejected.Id, 2, CommentStatus.Rejected);

        Assert.Equal([pending.Id], await IdsAsync(new(QueueKind.Pending, QueueOrder.Oldest)));
        Assert.Equal([reported.Id], await IdsAsync(new(QueueKind.Reported, QueueOrder.Oldest)));
        Assert.Equal([approved.Id, reported.Id], await IdsAsync(new(QueueKind.Approved, QueueOrder.Oldest)));
        Assert.Equal([rejected.Id], await IdsAsync(new(QueueKind.Rejected, QueueOrder.Oldest)));
        Assert.Equal(new QueueCounts(1, 1, 0), await Store.Desk.CountsAsync());
    }

    [Fact]
    public async Task Risk_puts_recommended_rejections_first_then_held_ones_each_longest_waiting_first()
    {
        var article = await AddArticleAsync();
        async Task<string> Add(Outcome outcome, int minute) =>
            (await AddAsync(Some.New(Some.Comment(article.Id, at: Some.Noon.AddMinutes(minute)), outcome))).Id;
        var fine = await Add(Outcome.Approve, 0);
        var lateReject = await Add(Outcome.Reject, 5);
        var held = await Add(Outcome.Hold, 1);
        var earlyReject = await Add(Outcome.Reject, 4);

        Assert.Equal([earlyReject, lateReject, held, fine], await IdsAsync(new(QueueKind.Pending, QueueOrder.Risk)));
        Assert.Equal([fine, held, earlyReject, lateReject], await IdsAsync(new(QueueKind.Pending, QueueOrder.Oldest)));
        Assert.Equal([lateReject, earlyReject, held, fine], await IdsAsync(new(QueueKind.Pending, QueueOrder.Newest)));
    }

    [Theory]
    [CombinatorialQueue]
    public async Task Pages_of_a_queue_follow_each_other_without_gap_or_repetition(QueueKind queue, QueueOrder order, bool ofArticle)
    {
        var (article, other) = (await AddArticleAsync(), await AddArticleAsync());
        for (var i = 0; i < 14; i++)
        {
            var added = Some.New(Some.Comment((i % 2 == 0 ? article : other).Id, at: Some.Noon.AddMinutes(i / 5)), (Outcome)(1 + (i % 3)));
            await AddAsync(added);
            if (queue is not QueueKind.Pending)
                await DecideAsync(added.Comment.Id, 2, queue is QueueKind.Rejected ? CommentStatus.Rejected : CommentStatus.Approved);
            if (queue is QueueKind.Reported) await Store.Desk.AddReportAsync(Report(added.Comment.Id, "reader"));
        }

        var query = new QueueQuery(queue, order, ArticleId: ofArticle ? article.Id : null);
        var whole = await IdsAsync(query);
        var walked = new List<string>();
        for (var page = await Store.Desk.QueueAsync(query with { Limit = 3 }); ;
            page = await Store.Desk.QueueAsync(query with { Limit = 3, After = page.Next }))
        {
            walked.AddRange(page.Comments.Select(comment => comment.Id));
            if (page.Next is null) break;
        }

        Assert.Equal(ofArticle ? 7 : 14, whole.Distinct().Count());
        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task A_cursor_of_another_queue_is_refused()
    {
        var article = await AddArticleAsync();
        for (var i = 0; i < 2; i++) await AddAsync(article.Id);
        var cursor = (await Store.Desk.QueueAsync(new(QueueKind.Pending, QueueOrder.Oldest, Limit: 1))).Next;
        Assert.NotNull(cursor);
        await Assert.ThrowsAsync<CursorException>(() => Store.Desk.QueueAsync(new(QueueKind.Pending, QueueOrder.Newest, cursor)));
        await Assert.ThrowsAsync<CursorException>(() => Store.Desk.QueueAsync(new(QueueKind.Approved, QueueOrder.Oldest, cursor)));
    }

    [Fact]
    public async Task A_claim_keeps_others_away_until_it_is_over_or_given_up()
    {
        var comment = await AddAsync((await AddArticleAsync()).Id);
        var (now, later) = (Some.Noon, Some.Noon.AddMinutes(2));
        Assert.Equal("one", await Store.Desk.ClaimAsync(comment.Id, "one", now, later));
        Assert.Equal("one", await Store.Desk.ClaimAsync(comment.Id, "two", now.AddMinutes(1), later));
        await Store.Desk.ReleaseAsync(comment.Id, "two");
        Assert.Equal("one", await Store.Desk.ClaimAsync(comment.Id, "two", now.AddMinutes(1), later));
        Assert.Equal("two", await Store.Desk.ClaimAsync(comment.Id, "two", later, later.AddMinutes(2)));
        await Store.Desk.ReleaseAsync(comment.Id, "two");
        Assert.Equal("one", await Store.Desk.ClaimAsync(comment.Id, "one", later, later.AddMinutes(2)));
    }

    [Fact]
    public async Task A_reporter_counts_once_and_dismissing_closes_all_open_reports()
    {
        var comment = await AddApprovedAsync((await AddArticleAsync()).Id);
        var first = Report(comment.Id, "reader") with { Note = "why\0", At = Some.Noon.AddMinutes(1) };
        Assert.True(await Store.Desk.AddReportAsync(first));
        Assert.False(await Store.Desk.AddReportAsync(Report(comment.Id, "reader")));
        var unknown = (Report(comment.Id, null), Report(comment.Id, null));
        Assert.True(await Store.Desk.AddReportAsync(unknown.Item1));
        Assert.True(await Store.Desk.AddReportAsync(unknown.Item2));

        var open = await Store.Desk.OpenReportsAsync(comment.Id);
        Assert.Equal(3, open.Count);
        Assert.Equal(first, open[^1]);
        Assert.Equal(3, await Store.Desk.DismissReportsAsync(comment.Id, "account", Some.Noon));
        Assert.Equal(0, await Store.Desk.DismissReportsAsync(comment.Id, "account", Some.Noon));
        Assert.Empty(await Store.Desk.OpenReportsAsync(comment.Id));
        Assert.Equal(0, (await Store.Desk.CountsAsync()).Reported);
        Assert.False(await Store.Desk.AddReportAsync(Report(comment.Id, "reader")));
    }

    [Fact]
    public async Task An_authors_record_counts_the_other_comments_of_the_same_author()
    {
        var article = await AddArticleAsync();
        async Task<string> Add(string? author, CommentStatus status)
        {
            var comment = await AddAsync(Some.New(Some.Comment(article.Id), authorKey: author));
            if (status is not CommentStatus.Pending) await DecideAsync(comment.Id, 2, status);
            return comment.Id;
        }

        var mine = await Add("me", CommentStatus.Approved);
        await Add("me", CommentStatus.Approved);
        await Add("me", CommentStatus.Rejected);
        await Add("me", CommentStatus.Rejected);
        await Add("me", CommentStatus.Pending);
        await Add("you", CommentStatus.Approved);
        var nobody = await Add(null, CommentStatus.Approved);

        Assert.Equal(new AuthorRecord(1, 2), await Store.Desk.AuthorRecordAsync(mine));
        Assert.Equal(new AuthorRecord(0, 0), await Store.Desk.AuthorRecordAsync(nobody));
    }

    private static Report Report(string commentId, string? reporter) => new(Some.Id(), commentId, "profanity", null, reporter, Some.Noon);

    private async Task<List<string>> IdsAsync(QueueQuery query) => [.. (await Store.Desk.QueueAsync(query)).Comments.Select(comment => comment.Id)];
}
