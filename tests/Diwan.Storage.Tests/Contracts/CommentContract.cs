using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Diwan.Moderation.Decisions;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of comments keeps, whatever its database.</summary>
public abstract class CommentContract(StoreUnderTest store) : StoreContract(store)
{
    [Theory]
    [InlineData("a\0b")]
    [InlineData("\uFFFE\uFFFF\uFFFD")]
    [InlineData("👩‍🚀 سڵاو\r\n\u200F\u2028 end ")]
    [InlineData("  ' \" \\ % _ ; -- ")]
    public async Task A_text_and_a_name_come_back_unit_by_unit(string text)
    {
        var article = await AddArticleAsync();
        var comment = Some.Comment(article.Id, text: text, author: text);
        await Store.Comments.AddAsync(Some.New(comment));
        Assert.Equal(comment, await Store.Comments.FindAsync(comment.Id));
    }

    [Fact]
    public async Task A_text_of_5000_units_comes_back_whole()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id, text: string.Concat(Enumerable.Repeat("😀ە", 1_666)) + "xy");
        Assert.Equal(5_000, comment.Text.Length);
        Assert.Equal(comment.Text, (await Store.Comments.FindAsync(comment.Id))!.Text);
    }

    [Fact]
    public async Task A_badge_stays_with_its_comment_and_goes_with_its_name()
    {
        var article = await AddArticleAsync();
        var comment = Some.Comment(article.Id) with { Badge = Badge.Newsroom };
        await Store.Comments.AddAsync(Some.New(comment));
        Assert.Equal(Badge.Newsroom, (await Store.Comments.FindAsync(comment.Id))!.Badge);
        Assert.Equal(Badge.Newsroom, (await Store.Comments.FindByReceiptAsync($"receipt of {comment.Id}"))!.Badge);

        Assert.True(await Store.Comments.AppendAsync(Some.Decision(comment.Id, 2, DecisionOutcome.Erased), CommentStatus.Erased));
        Assert.Equal(Badge.None, (await Store.Comments.FindAsync(comment.Id))!.Badge);
    }

    [Fact]
    public async Task A_comment_is_found_by_its_receipt_and_by_no_other()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id);
        Assert.Equal(comment, await Store.Comments.FindByReceiptAsync($"receipt of {comment.Id}"));
        Assert.Null(await Store.Comments.FindByReceiptAsync("another"));
    }

    [Fact]
    public async Task A_judgement_comes_back_as_it_was_with_every_bit_of_its_fingerprint()
    {
        var article = await AddArticleAsync();
        var added = Some.New(Some.Comment(article.Id), fingerprint: 0xFEDC_BA98_7654_3210);
        await AddAsync(added);
        var found = await Store.Comments.JudgementAsync(added.Comment.Id);
        Assert.Equivalent(added.Judgement, found, strict: true);
        Assert.Null(await Store.Comments.JudgementAsync("none"));
    }

    [Fact]
    public async Task The_first_decision_is_stored_with_the_comment()
    {
        var article = await AddArticleAsync();
        var added = Some.New(Some.Comment(article.Id));
        await AddAsync(added);
        Assert.Equivalent(added.First, Assert.Single(await Store.Comments.DecisionsAsync(added.Comment.Id)), strict: true);
    }

    [Fact]
    public async Task An_idempotency_key_is_taken_once_under_an_article()
    {
        var (one, other) = (await AddArticleAsync(), await AddArticleAsync());
        var key = new IdempotencyKey("key", "body");
        var first = Some.New(Some.Comment(one.Id), key: key);
        var second = Some.New(Some.Comment(one.Id), key: key with { BodyHash = "other" });

        Assert.IsType<AddResult.Added>(await Store.Comments.AddAsync(first));
        Assert.IsType<AddResult.KeyKnown>(await Store.Comments.AddAsync(second));
        Assert.IsType<AddResult.Added>(await Store.Comments.AddAsync(Some.New(Some.Comment(other.Id), key: key)));

        Assert.Null(await Store.Comments.FindAsync(second.Comment.Id));
        Assert.Equal(new KnownKey(first.Comment.Id, "body"), await Store.Comments.FindKeyAsync(one.Id, "key"));
        Assert.Null(await Store.Comments.FindKeyAsync(one.Id, "KEY"));
    }

    [Fact]
    public async Task Of_many_at_once_with_one_key_one_is_stored()
    {
        var article = await AddArticleAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ =>
            Store.Comments.AddAsync(Some.New(Some.Comment(article.Id), key: new("key", "body")))));
        Assert.Single(results, result => result is AddResult.Added);
        Assert.Equal(31, results.Count(result => result is AddResult.KeyKnown));
    }

    [Fact]
    public async Task A_comment_that_cannot_be_stored_does_no_harm_to_those_stored_with_it()
    {
        var article = await AddArticleAsync();
        var good = Enumerable.Range(0, 20).Select(_ => Some.New(Some.Comment(article.Id))).ToList();
        var bad = Some.New(Some.Comment("no such article"));

        var all = good[..10].Append(bad).Concat(good[10..]).Select(comment => Store.Comments.AddAsync(comment)).ToList();
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(all));

        _ = Assert.Single(all, task => task.IsFaulted);
        foreach (var comment in good) Assert.NotNull(await Store.Comments.FindAsync(comment.Comment.Id));
        Assert.Null(await Store.Comments.FindAsync(bad.Comment.Id));
    }

    [Fact]
    public async Task A_decision_moves_the_comment_and_is_kept_with_all_before_it()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id);
        var decision = Some.Decision(comment.Id, 2, DecisionOutcome.Rejected) with
        {
            Note = "for colleagues\0", Reasons = Some.Judgement().Recommendation.Reasons,
        };

        Assert.True(await Store.Comments.AppendAsync(decision, CommentStatus.Rejected));

        Assert.Equal(comment with { Status = CommentStatus.Rejected, Version = 2 }, await Store.Comments.FindAsync(comment.Id));
        var decisions = await Store.Comments.DecisionsAsync(comment.Id);
        Assert.Equal([1, 2], decisions.Select(each => each.Version));
        Assert.Equivalent(decision, decisions[1], strict: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_decision_on_another_version_stores_nothing(int version)
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id);
        Assert.False(await DecideAsync(comment.Id, version, CommentStatus.Approved));
        Assert.Equal(comment, await Store.Comments.FindAsync(comment.Id));
        Assert.Single(await Store.Comments.DecisionsAsync(comment.Id));
    }

    [Fact]
    public async Task Of_many_decisions_on_one_version_one_is_stored()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id);
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(each =>
            DecideAsync(comment.Id, 2, each % 2 == 0 ? CommentStatus.Approved : CommentStatus.Rejected)));
        Assert.Single(results, true);
        Assert.Equal(2, (await Store.Comments.DecisionsAsync(comment.Id)).Count);
    }

    [Fact]
    public async Task A_decision_on_an_unknown_comment_stores_nothing() =>
        Assert.False(await DecideAsync("none", 2, CommentStatus.Approved));

    [Fact]
    public async Task Recent_comments_are_those_of_the_thread_and_of_the_author_newest_first()
    {
        var (here, there) = (await AddArticleAsync(), await AddArticleAsync());
        async Task Add(string article, int minute, string? author, ulong fingerprint) => await AddAsync(
            Some.New(Some.Comment(article, at: Some.Noon.AddMinutes(minute)), authorKey: author, fingerprint: fingerprint));
        await Add(here.Id, 1, "me", 1);
        await Add(there.Id, 2, "me", 2);
        await Add(here.Id, 3, "you", 3);
        await Add(here.Id, 4, null, 4);
        await Add(there.Id, 5, "you", 5);
        await Add(here.Id, -60, "me", 6);

        Assert.Equal([4UL, 3UL, 1UL], await ThreadAsync(10));
        Assert.Equal([4UL, 3UL], await ThreadAsync(2));
        Assert.Equal([2UL, 1UL], await AuthorAsync("me", 10));
        Assert.Equal([5UL], await AuthorAsync("you", 1));
        Assert.Empty(await AuthorAsync("nobody", 1));
        var newest = (await Store.Comments.RecentInThreadAsync(there.Id, Some.Noon, 1))[0];
        Assert.Equal((there.Id, "you", Some.Noon.AddMinutes(5), 5UL), (newest.ArticleId, newest.AuthorKey, newest.At, newest.Fingerprint));
        Assert.Equal(there.Id, (await Store.Comments.FindAsync(newest.CommentId))!.ArticleId);

        async Task<IEnumerable<ulong>> ThreadAsync(int limit) =>
            (await Store.Comments.RecentInThreadAsync(here.Id, Some.Noon, limit)).Select(each => each.Fingerprint);
        async Task<IEnumerable<ulong>> AuthorAsync(string author, int limit) =>
            (await Store.Comments.RecentByAuthorAsync(author, Some.Noon, limit)).Select(each => each.Fingerprint);
    }

    [Fact]
    public async Task A_closed_thread_takes_no_comment_however_late_it_was_closed()
    {
        var article = await AddArticleAsync();
        await Store.Articles.SetThreadClosedAsync(article.Id, true);
        var late = Some.New(Some.Comment(article.Id));
        Assert.IsType<AddResult.ThreadClosed>(await Store.Comments.AddAsync(late));
        Assert.Null(await Store.Comments.FindAsync(late.Comment.Id));

        await Store.Articles.SetThreadClosedAsync(article.Id, false);
        var added = Assert.IsType<AddResult.Added>(await Store.Comments.AddAsync(late));
        Assert.Equivalent(await Store.Ledger.PlaceOfCommentAsync(late.Comment.Id), added.Place, strict: true);
    }

    [Fact]
    public async Task Erasing_destroys_text_and_all_that_is_known_of_the_author_and_keeps_the_decisions()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(Some.New(Some.Comment(article.Id), authorKey: "me", email: "azad@example.org", key: new("key", "body")));

        Assert.True(await DecideAsync(comment.Id, 2, CommentStatus.Erased));

        Assert.Equal(
            comment with { Author = "", Text = "", Hash = "", Status = CommentStatus.Erased, Version = 2 }, await Store.Comments.FindAsync(comment.Id));
        Assert.Null(await Store.Comments.JudgementAsync(comment.Id));
        Assert.Null(await Store.Comments.FindKeyAsync(article.Id, "key"));
        Assert.Empty(await Store.Comments.RecentInThreadAsync(article.Id, Some.Noon.AddDays(-1), 10));
        Assert.Empty(await Store.Comments.RecentByAuthorAsync("me", Some.Noon.AddDays(-1), 10));
        Assert.Equal(2, (await Store.Comments.DecisionsAsync(comment.Id)).Count);
    }
}
