using Diwan.Comments.Notifying;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of addresses and mails keeps.</summary>
public abstract class MailContract(StoreUnderTest store) : StoreContract(store)
{
    private const string Email = "Reader@Example.org";
    private static readonly string Digest = new('a', 64);
    private static readonly string[] OneOfBoth = ["one", "two"];
    private static readonly DateTimeOffset Later = Some.Noon.AddDays(1);

    [Fact]
    public async Task A_new_address_is_asked_once_and_told_nothing_before_it_is_confirmed()
    {
        var first = await SendAsync();
        await SendAsync();
        await DecideAsync(first.Id, 2, CommentStatus.Rejected);

        Assert.Equal(new(Digest, "reader@example.org", AddressState.Asked, Some.Noon), await Store.Mail.FindAsync(Digest));
        var asked = Assert.Single(await Store.Mail.DueAsync(Later, 10));
        Assert.Equal((MailKind.Confirmation, "reader@example.org", null, 0), (asked.Kind, asked.Email, asked.CommentId, asked.Version));

        Assert.True(await Store.Mail.ConfirmAsync(Digest, Later));
        Assert.Equal(AddressState.Confirmed, (await Store.Mail.FindAsync(Digest))!.State);
        var told = Assert.Single(await Store.Mail.DueAsync(Later, 10), order => order.Kind is MailKind.Decision);
        Assert.Equal((first.Id, 2), (told.CommentId, told.Version));
    }

    [Fact]
    public async Task A_decision_is_told_only_when_it_can_no_longer_be_undone()
    {
        var comment = await SendAsync();
        await Store.Mail.ConfirmAsync(Digest, Some.Noon);
        await DecideAsync(comment.Id, 2, CommentStatus.Approved);
        Assert.DoesNotContain(await Store.Mail.DueAsync(Some.Noon + UndoDecision.Window - TimeSpan.FromSeconds(1), 10), order => order.Kind is MailKind.Decision);
        Assert.Contains(await Store.Mail.DueAsync(Some.Noon + UndoDecision.Window, 10), order => order.Kind is MailKind.Decision);
    }

    [Fact]
    public async Task Without_mail_an_address_is_kept_and_nothing_is_ordered()
    {
        var article = await AddArticleAsync();
        var comment = await AddAsync(Some.New(Some.Comment(article.Id), email: Email));
        await DecideAsync(comment.Id, 2, CommentStatus.Rejected);
        Assert.Null(await Store.Mail.FindAsync(Digest));
        Assert.Empty(await Store.Mail.DueAsync(Later, 10));
    }

    [Fact]
    public async Task An_order_is_taken_by_one_alone_and_is_due_again_when_it_was_not_done()
    {
        await SendAsync();
        var order = Assert.Single(await Store.Mail.DueAsync(Some.Noon, 10));
        var taken = await Task.WhenAll(OneOfBoth.Select(_ => Store.Mail.TakeAsync(order, Some.Noon.AddMinutes(5))));
        Assert.Single(taken, isMine => isMine);
        Assert.Empty(await Store.Mail.DueAsync(Some.Noon.AddMinutes(4), 10));
        var again = Assert.Single(await Store.Mail.DueAsync(Some.Noon.AddMinutes(5), 10));
        Assert.Equal(1, again.Attempts);
        await Store.Mail.DoneAsync(order.Number);
        Assert.Empty(await Store.Mail.DueAsync(Later, 10));
        Assert.False(await Store.Mail.TakeAsync(again, Later));
    }

    [Fact]
    public async Task A_refused_address_is_destroyed_everywhere_and_never_asked_again()
    {
        var comment = await SendAsync();
        await DecideAsync(comment.Id, 2, CommentStatus.Rejected);
        await Store.Mail.RefuseAsync(Digest, Later);
        Assert.Equal(new(Digest, null, AddressState.Refused, Later), await Store.Mail.FindAsync(Digest));
        Assert.False(await Store.Mail.ConfirmAsync(Digest, Later));
        Assert.Empty(await Store.Mail.CommentsOfAsync(Digest));

        var second = await SendAsync();
        await DecideAsync(second.Id, 2, CommentStatus.Rejected);
        Assert.Empty(await Store.Mail.DueAsync(Later, 10));

        await Store.Mail.ForgetAsync(Digest);
        await SendAsync();
        Assert.Equal(MailKind.Confirmation, Assert.Single(await Store.Mail.DueAsync(Later, 10)).Kind);
    }

    [Fact]
    public async Task An_address_that_was_never_known_can_be_refused()
    {
        await Store.Mail.RefuseAsync(Digest, Later);
        Assert.Equal(AddressState.Refused, (await Store.Mail.FindAsync(Digest))!.State);
        Assert.False(await Store.Mail.ConfirmAsync(new('b', 64), Later));
        Assert.Null(await Store.Mail.FindAsync(new('b', 64)));
    }

    [Fact]
    public async Task Comments_of_an_address_are_found_however_it_was_typed()
    {
        var first = await SendAsync();
        var second = await SendAsync("reader@EXAMPLE.org");
        Assert.Equal(new SortedSet<string> { first.Id, second.Id }, (await Store.Mail.CommentsOfAsync(Digest)).Select(sent => sent.Id).Order());
    }

    [Fact]
    public async Task Erasing_the_last_comment_of_an_address_forgets_the_address()
    {
        var first = await SendAsync();
        var second = await SendAsync();
        await Store.Mail.ConfirmAsync(Digest, Some.Noon);
        await DecideAsync(first.Id, 2, CommentStatus.Rejected);
        await DecideAsync(first.Id, 3, CommentStatus.Erased);
        Assert.DoesNotContain(await Store.Mail.DueAsync(Later, 10), order => order.CommentId == first.Id);
        Assert.Equal(AddressState.Confirmed, (await Store.Mail.FindAsync(Digest))!.State);
        await DecideAsync(second.Id, 2, CommentStatus.Erased);
        Assert.Null(await Store.Mail.FindAsync(Digest));
        Assert.Empty(await Store.Mail.DueAsync(Later, 10));
    }

    [Fact]
    public async Task What_came_of_an_appeal_is_told_in_one_mail()
    {
        var comment = await SendAsync();
        await Store.Mail.ConfirmAsync(Digest, Some.Noon);
        await DecideAsync(comment.Id, 2, CommentStatus.Rejected);
        var appeal = new Appeal(Some.Id(), comment.Id, 2, "Please look again.", Some.Noon);
        await Store.Appeals.AddAsync(appeal);
        await Store.Appeals.CloseAsync(appeal.Id, new(true, "other", false, "It was fair.", Some.Noon), Some.Decision(comment.Id, 3, DecisionOutcome.Approved));
        var due = await Store.Mail.DueAsync(Later, 10);
        Assert.Equal(2, Assert.Single(due, order => order.Kind is MailKind.AppealOutcome).Version);
        Assert.DoesNotContain(due, order => order is { Kind: MailKind.Decision, Version: 3 });
    }

    private async Task<Comment> SendAsync(string email = Email)
    {
        var article = await AddArticleAsync();
        return await AddAsync(Some.New(Some.Comment(article.Id), email: email, digest: Digest));
    }
}
