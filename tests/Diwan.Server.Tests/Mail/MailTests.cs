using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using MimeKit;

namespace Diwan.Server.Tests.Mail;

/// <summary>What authors are mailed, and when.</summary>
public sealed class MailTests(MailSite site) : IClassFixture<MailSite>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task The_first_mail_asks_whether_the_address_is_right_and_quotes_nothing()
    {
        var (_, email, token) = await site.SubmitAsync("Something nobody else shall read.");
        await site.SubmitAsync("A second comment.", email: email.ToUpperInvariant());

        var mail = Assert.Single(await site.MailsAsync(email));

        Assert.Equal("Is this your address? Diwan Daily", mail.Subject);
        Assert.Equal("desk@news.example", mail.From.Mailboxes.Single().Address);
        Assert.Contains($"{MailSite.Address}/m/{token}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"href=\"{MailSite.Address}/m/{token}\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal($"<{MailSite.Address}/m/{token}/stop>", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!])
        {
            Assert.DoesNotContain("nobody else", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Dilan", body, StringComparison.Ordinal);
            Assert.DoesNotContain("river", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("/r/", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_rejection_is_mailed_with_its_statement_of_reasons_once_it_can_no_longer_be_undone()
    {
        var (accepted, email, token) = await site.SubmitAsync("You <scoundrel>!\nAnd a second line.");
        await site.Client.PostAsync($"/m/{token}/confirm", null);
        await site.DecideAsync(accepted.Comment.Id, "personal-attacks");
        Assert.Empty(await site.MailsAsync(email, TimeSpan.FromMinutes(9)));

        var mail = Assert.Single(await site.MailsAsync(email, TimeSpan.FromMinutes(11)));

        Assert.Equal("What was decided about your comment: Diwan Daily", mail.Subject);
        foreach (var said in (string[])
                 [
                     "does not meet a guideline", "Personal attacks", "A person decided this.", "Software noticed these words.", "> scoundrel", "> You <scoundrel>!\n> And a second line.",
                     "The river is back", "You can appeal until", $"{MailSite.Address}/r/{accepted.Receipt}", $"{MailSite.Address}/m/{token}",
                 ])
            Assert.Contains(said, mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("You &lt;scoundrel&gt;!<br>And a second line.", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Single(await site.MailsAsync(email, Hour));
    }

    [Theory]
    [InlineData("ckb", "rtl", "هێرشی کەسی")]
    [InlineData("ar", "rtl", null)]
    [InlineData("tr", "ltr", null)]
    public async Task Mails_are_in_the_language_and_the_direction_of_the_article(string language, string direction, string? said)
    {
        var (accepted, email, token) = await site.SubmitAsync("You scoundrel!", language);
        await site.Client.PostAsync($"/m/{token}/confirm", null);
        await site.DecideAsync(accepted.Comment.Id, "personal-attacks");
        Assert.All(await site.MailsAsync(email, Hour), mail =>
        {
            Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">", mail.HtmlBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Equal(language, mail.Body!.Headers["Content-Language"]);
        });
        if (said is not null) Assert.Contains(said, site.Sink.Taken[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_another_one_followed_is_not_told()
    {
        var (accepted, email, token) = await site.SubmitAsync("A word about the dam.");
        await site.Client.PostAsync($"/m/{token}/confirm", null);
        await site.DecideAsync(accepted.Comment.Id, "personal-attacks");
        var comment = (await site.Store.Comments.FindAsync(accepted.Comment.Id))!;
        await site.Store.Comments.AppendAsync(Reopened(comment.Id, comment.Version + 1), Diwan.Comments.Submitting.CommentStatus.Pending);
        await site.DecideAsync(accepted.Comment.Id);

        var told = Assert.Single(await site.MailsAsync(email, Hour));
        Assert.Contains("published, exactly as you wrote it", told.TextBody, StringComparison.Ordinal);
        Assert.Contains($"{MailSite.Address}/comments/{accepted.Comment.Id}", told.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_of_an_appeal_is_told_with_its_reason()
    {
        var (accepted, email, token) = await site.SubmitAsync("You scoundrel of a dam.");
        await site.Client.PostAsync($"/m/{token}/confirm", null);
        await site.DecideAsync(accepted.Comment.Id, "personal-attacks");
        await site.MailsAsync(email, Hour);
        Assert.Equal(AppealResult.Taken, await site.Get<AppealDecision>().RunAsync(accepted.Receipt, "It is about a dam."));
        var appeal = Assert.Single(await site.Store.Appeals.OfCommentAsync(accepted.Comment.Id));
        await site.Store.Appeals.CloseAsync(appeal.Id, new(false, "other", true, "A dam has builders.", TimeProvider.System.GetUtcNow()), null);

        var told = (await site.MailsAsync(email))[^1];
        Assert.Equal("What came of your appeal: Diwan Daily", told.Subject);
        Assert.Contains("The rejection stands.", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("> A dam has builders.", told.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_the_mail_server_refuses_for_good_is_given_up_and_one_it_refuses_for_now_is_tried_again()
    {
        var name = Guid.NewGuid().ToString("N");
        await site.SubmitAsync("For nobody.", email: $"nobody@{name}.example");
        await site.SubmitAsync("For later.", email: $"later@{name}.example");
        await site.SendAsync();
        Assert.DoesNotContain(await DueAsync(TimeSpan.FromDays(4)), order => order.Email.StartsWith("nobody@" + name, StringComparison.Ordinal));
        Assert.DoesNotContain(await DueAsync(TimeSpan.Zero), order => order.Email.StartsWith("later@" + name, StringComparison.Ordinal));
        Assert.Contains(await DueAsync(TimeSpan.FromMinutes(6)), order => order.Email.StartsWith("later@" + name, StringComparison.Ordinal));
        for (var attempt = 1; attempt < 12; attempt++) await site.SendAsync(TimeSpan.FromDays(attempt));
        Assert.DoesNotContain(await DueAsync(TimeSpan.FromDays(20)), order => order.Email.StartsWith("later@" + name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_mail_server_is_down_nothing_is_lost()
    {
        var (_, email, _) = await site.SubmitAsync("Patience.");
        int closed;
        using (var gone = new SmtpSink()) closed = gone.Port;
        var down = site.Mail;
        down.Port = closed;
        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() => site.SendAsync(settings: down));
        Assert.Single(await site.MailsAsync(email));
    }

    private static Decision Reopened(string commentId, int version) => new()
    {
        Id = Guid.NewGuid().ToString("N"), CommentId = commentId, Version = version, Outcome = DecisionOutcome.Reopened, DecidedBy = DecidedBy.Moderator,
        AccountId = "0123456789abcdef0123456789abcdef", PolicyVersion = "p", ModelVersion = "none", At = TimeProvider.System.GetUtcNow(),
    };

    private Task<IReadOnlyList<Diwan.Comments.Notifying.MailOrder>> DueAsync(TimeSpan fromNow) =>
        site.Get<IMailStore>().DueAsync(TimeProvider.System.GetUtcNow() + fromNow, 200);
}
