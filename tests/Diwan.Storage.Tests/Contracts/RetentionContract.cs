using Diwan.Comments.Notifying;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store drops when it has been kept long enough, and what it keeps.</summary>
public abstract class RetentionContract(StoreUnderTest store) : StoreContract(store)
{
    private static readonly string Digest = new('a', 64);

    [Fact]
    public async Task Traces_of_old_comments_are_dropped_and_those_of_new_ones_kept()
    {
        var article = await AddArticleAsync();
        foreach (var day in (int[])[0, 10])
        {
            await AddAsync(Some.New(
                Some.Comment(article.Id, at: Some.Noon.AddDays(day)), authorKey: $"key-{day}", key: new($"form-{day}", "hash"), fingerprint: (ulong)day + 7));
        }

        Assert.Equal(3, await Store.Retention.DropTracesAsync(Some.Noon.AddDays(5), isDryRun: true));
        Assert.Equal(3, await Store.Retention.DropTracesAsync(Some.Noon.AddDays(5), isDryRun: false));
        Assert.Equal(0, await Store.Retention.DropTracesAsync(Some.Noon.AddDays(5), isDryRun: false));
        Assert.Equal(3, await Store.Retention.DropTracesAsync(Some.Noon.AddDays(15), isDryRun: false));
    }

    [Fact]
    public async Task An_address_nobody_confirmed_is_dropped_and_a_confirmed_one_kept()
    {
        var comment = await SendAsync();
        Assert.Equal(0, await Store.Retention.DropUnconfirmedAsync(Some.Noon, isDryRun: false));
        Assert.Equal(1, await Store.Retention.DropUnconfirmedAsync(Some.Noon.AddDays(1), isDryRun: true));
        Assert.NotNull(await Store.Mail.FindAsync(Digest));
        Assert.Equal(1, await Store.Retention.DropUnconfirmedAsync(Some.Noon.AddDays(1), isDryRun: false));
        Assert.Null(await Store.Mail.FindAsync(Digest));
        Assert.Empty(await Store.Mail.DueAsync(Some.Noon.AddDays(1), 10));

        await SendAsync();
        Assert.Single(await Store.Mail.CommentsOfAsync(Digest));
        await Store.Mail.ConfirmAsync(Digest, Some.Noon);
        Assert.Equal(0, await Store.Retention.DropUnconfirmedAsync(Some.Noon.AddDays(1), isDryRun: false));
        Assert.NotNull(await Store.Comments.FindAsync(comment.Id));
    }

    [Fact]
    public async Task Addresses_of_old_comments_are_dropped_and_forgotten_with_the_last()
    {
        await SendAsync();
        await SendAsync(day: 10);
        await Store.Mail.ConfirmAsync(Digest, Some.Noon);
        Assert.Equal(1, await Store.Retention.DropAddressesAsync(Some.Noon.AddDays(5), isDryRun: true));
        Assert.Equal(1, await Store.Retention.DropAddressesAsync(Some.Noon.AddDays(5), isDryRun: false));
        Assert.Equal(AddressState.Confirmed, (await Store.Mail.FindAsync(Digest))!.State);
        Assert.Equal(1, await Store.Retention.DropAddressesAsync(Some.Noon.AddDays(15), isDryRun: false));
        Assert.Null(await Store.Mail.FindAsync(Digest));
    }

    [Fact]
    public async Task Comments_are_found_by_status_and_by_how_long_they_have_it_page_by_page()
    {
        var article = await AddArticleAsync();
        for (var number = 0; number < 5; number++)
        {
            var comment = await AddAsync(article.Id);
            await DecideAsync(comment.Id, 2, number < 4 ? CommentStatus.Rejected : CommentStatus.Withdrawn);
        }

        var after = Some.Noon.AddMinutes(1);
        var first = await Store.Retention.CommentsAsync(CommentStatus.Rejected, after, "", 3);
        var rest = await Store.Retention.CommentsAsync(CommentStatus.Rejected, after, first[^1], 3);
        Assert.Equal((3, 1, 4), (first.Count, rest.Count, first.Concat(rest).Distinct().Count()));
        Assert.Single(await Store.Retention.CommentsAsync(CommentStatus.Withdrawn, after, "", 3));
        Assert.Empty(await Store.Retention.CommentsAsync(CommentStatus.Rejected, Some.Noon, "", 3));
        Assert.Empty(await Store.Retention.CommentsAsync(CommentStatus.Approved, after, "", 3));
    }

    [Fact]
    public async Task What_a_legal_hold_keeps_is_kept_whole()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(Some.New(
            Some.Comment(article.Id), authorKey: "key", email: "reader@example.org", key: new("form", "hash"), digest: Digest));
        await DecideAsync(comment.Id, 2, CommentStatus.Rejected);
        await Store.Erasures.SetHoldAsync(comment.Id, "account", true, Some.Noon);

        var before = Some.Noon.AddDays(1);
        Assert.Equal(0, await Store.Retention.DropTracesAsync(before, isDryRun: false));
        Assert.Equal(0, await Store.Retention.DropAddressesAsync(before, isDryRun: false));
        Assert.Empty(await Store.Retention.CommentsAsync(CommentStatus.Rejected, before, "", 10));
        Assert.Single(await Store.Mail.CommentsOfAsync(Digest));

        await Store.Erasures.SetHoldAsync(comment.Id, "account", false, Some.Noon);
        Assert.Single(await Store.Retention.CommentsAsync(CommentStatus.Rejected, before, "", 10));
        Assert.Equal(1, await Store.Retention.DropAddressesAsync(before, isDryRun: false));
    }

    private async Task<Comment> SendAsync(int day = 0)
    {
        var article = await AddArticleAsync();
        return await AddAsync(Some.New(Some.Comment(article.Id, at: Some.Noon.AddDays(day)), email: "reader@example.org", digest: Digest));
    }
}
