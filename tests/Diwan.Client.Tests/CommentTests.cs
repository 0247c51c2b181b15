using System.Net;
using System.Security.Cryptography;
using System.Text;
using Diwan.Client.Comments;
using Diwan.EndToEnd.Tests;

namespace Diwan.Client.Tests;

/// <summary>Articles, threads, submissions, receipts and reports, from the real program.</summary>
public sealed class CommentTests(SiteFixture site)
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_registered_article_is_found_by_address_id_and_slug()
    {
        const string url = "https://news.example/client/registered";
        var made = await Clients.Comments(site, site.Publisher).RegisterArticleAsync(
            new(url, "The bridge reopens", "en", new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero)) { Excerpt = "After two years the bridge reopens.", Byline = "Rojin" }, None);

        Assert.Equal((url, "The bridge reopens", "Rojin"), (made.Url, made.Headline, made.Byline));
        Assert.Equal(made, await Client.FindArticleAsync(url, None));
        Assert.Equal(made, await Client.GetArticleAsync(made.Id, None));
        Assert.Equal(made, await Client.GetArticleAsync(made.Slug, None));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        Assert.Null(await Client.FindArticleAsync("https://news.example/nowhere", None));
        Assert.Null(await Client.GetArticleAsync("no-such-article", None));
        Assert.Null(await Client.ReadReceiptAsync("no-such-receipt", None));
    }

    [Fact]
    public async Task Registering_needs_a_sites_token_and_whole_fields()
    {
        var article = new ArticleRegistration("not an address", "", "en", DateTimeOffset.UnixEpoch);
        var nobody = await RefusedAsync(() => Client.RegisterArticleAsync(article, None));
        var scorer = await RefusedAsync(() => Clients.Comments(site, site.Scorer).RegisterArticleAsync(article, None));
        var publisher = await RefusedAsync(() => Clients.Comments(site, site.Publisher).RegisterArticleAsync(article, None));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (nobody.Status, scorer.Status));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, publisher.Status);
        Assert.Superset(new HashSet<string> { "url", "title" }, publisher.Problems.Select(problem => problem.Field).ToHashSet());
    }

    [Fact]
    public async Task A_submission_is_kept_to_the_letter_and_waits()
    {
        const string text = "When will it reopen? 🙂\nپردەکە کەی دەکرێتەوە؟";
        var article = await site.NewArticleAsync();
        var comment = new NewComment("Hêvî", text) { Email = "hevi@example.org", IdempotencyKey = "form-17" };
        var sent = await Client.SubmitAsync(article, comment, None);
        var receipt = await Client.ReadReceiptAsync(sent.Receipt, None);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), sent.Hash);
        Assert.Equal((sent.Id, "pending", "Hêvî", text, article), (receipt!.Id, receipt.Status, receipt.Author, receipt.Text, receipt.ArticleId));
        Assert.Null(receipt.DecidedBy);
        Assert.Equal(sent.Id, (await Client.SubmitAsync(article, comment, None)).Id);
        Assert.Equal("key_conflict", (await RefusedAsync(() => Client.SubmitAsync(article, comment with { Text = "Another." }, None))).Code);
    }

    [Fact]
    public async Task A_refused_submission_names_every_bad_field()
    {
        var article = await site.NewArticleAsync();
        var refused = await RefusedAsync(() => Client.SubmitAsync(article, new("", "") { ParentId = "none" }, None));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Superset(new HashSet<string> { "author:author_missing", "text:text_empty" }, refused.Problems.Select(problem => $"{problem.Field}:{problem.Code}").ToHashSet());
        Assert.Equal("article_unknown", (await RefusedAsync(() => Client.SubmitAsync("nowhere", new("Hêvî", "When?"), None))).Code);
        var tooLong = await RefusedAsync(() => Client.SubmitAsync(article, new("Hêvî", new string('a', 100_000)), None));
        Assert.Equal("text_too_long", tooLong.Code);
        Assert.True(Assert.Single(tooLong.Problems).Limit > 0);
    }

    [Fact]
    public async Task A_thread_is_read_part_by_part_and_whole()
    {
        var article = await site.NewArticleAsync();
        var ids = new List<string>();
        foreach (var number in Enumerable.Range(1, 3)) ids.Add(await site.PublishAsync(article, $"Question number {number} about the bridge?"));
        var reply = await site.PublishAsync(article, "It reopens in spring.", parentId: ids[0]);

        var first = await Client.ReadCommentsAsync(article, CommentSort.Oldest, limit: 2, cancellation: None);
        var second = await Client.ReadCommentsAsync(article, CommentSort.Oldest, first.Next, limit: 2, None);
        var all = await Client.ReadAllCommentsAsync(article, cancellation: None).ToListAsync(None);

        Assert.NotNull(first.Next);
        Assert.Equal(all, [.. first.Comments, .. second.Comments]);
        Assert.Equal(ids.Append(reply).Order(), all.Select(comment => comment.Id).Order());
        Assert.Equal((ids[0], 1), all.Where(comment => comment.Id == reply).Select(comment => (comment.ParentId, comment.Depth)).Single());
        Assert.Equal(ids[0], (await Client.ReadCommentsAsync(article, CommentSort.Replies, cancellation: None)).Comments[0].Id);
    }

    [Fact]
    public async Task Reading_beyond_the_bounds_is_refused()
    {
        var article = await site.NewArticleAsync();

        Assert.Equal("limit_out_of_range", (await RefusedAsync(() => Client.ReadCommentsAsync(article, limit: 101, cancellation: None))).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await RefusedAsync(() => Client.ReadCommentsAsync("nowhere", cancellation: None))).Status);
    }

    [Fact]
    public async Task Counts_are_by_address_and_at_most_a_hundred()
    {
        var article = await Client.GetArticleAsync(await site.NewArticleAsync(), None);
        await site.PublishAsync(article!.Id, "When will it reopen?");
        var counts = await Client.CountAsync([article.Url!, "https://news.example/nowhere"], None);

        Assert.Equal((1, 0), (counts[article.Url!], counts["https://news.example/nowhere"]));
        Assert.Equal("missing", (await RefusedAsync(() => Client.CountAsync([], None))).Code);
        Assert.Equal("too_many", (await RefusedAsync(() => Client.CountAsync(Enumerable.Range(0, 101).Select(number => $"https://news.example/{number}"), None))).Code);
    }

    [Fact]
    public async Task A_rejection_tells_its_author_the_guideline_and_who_decided()
    {
        var sent = await Client.SubmitAsync(await site.NewArticleAsync(), new("Hêvî", "Buy my watches at half the price."), None);
        await site.DecideAsync(sent.Id, "reject", 1, "commercial-promotion");
        var receipt = await Client.ReadReceiptAsync(sent.Receipt, None);

        Assert.Equal(("rejected", "commercial-promotion", "person"), (receipt!.Status, receipt.Guideline, receipt.DecidedBy));
        Assert.NotNull(receipt.GuidelineText);
        Assert.NotNull(receipt.DecidedAt);
    }

    [Fact]
    public async Task Withdrawing_twice_is_withdrawing_once_and_a_rejected_comment_stays()
    {
        var sent = await Client.SubmitAsync(await site.NewArticleAsync(), new("Hêvî", "When will it reopen?"), None);

        Assert.Equal("withdrawn", (await Client.WithdrawAsync(sent.Receipt, None)).Status);
        Assert.Equal("withdrawn", (await Client.WithdrawAsync(sent.Receipt, None)).Status);

        var rejected = await Client.SubmitAsync(await site.NewArticleAsync(), new("Hêvî", "Buy my watches at half the price."), None);
        await site.DecideAsync(rejected.Id, "reject", 1, "commercial-promotion");
        Assert.Equal("not_allowed", (await RefusedAsync(() => Client.WithdrawAsync(rejected.Receipt, None))).Code);
        Assert.Equal("not_found", (await RefusedAsync(() => Client.WithdrawAsync("no-such-receipt", None))).Code);
    }

    [Fact]
    public async Task A_report_is_new_once_and_names_a_guideline_of_the_policy()
    {
        var comment = await site.PublishAsync(await site.NewArticleAsync(), "When will it reopen?");

        Assert.Equal("guideline_unknown", (await RefusedAsync(() => Client.ReportAsync(comment, "height", cancellation: None))).Code);
        Assert.True(await Client.ReportAsync(comment, "vulgarity", "Please look.", None));
        Assert.False(await Client.ReportAsync(comment, "vulgarity", "Please look.", None));
        Assert.Equal("not_found", (await RefusedAsync(() => Client.ReportAsync("nowhere", "vulgarity", cancellation: None))).Code);
    }

    private CommentClient Client => Clients.Comments(site);

    private static Task<DiwanException> RefusedAsync(Func<Task> call) => Assert.ThrowsAsync<DiwanException>(call);
}
