using Diwan.Comments.Notifying;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Diwan.Server.Tests.Mail;

/// <summary>A site that sends mail, to a server on loopback. Its own sender is not started: tests send, at a time they choose.</summary>
public sealed class MailSite : Site
{
    public const string Address = "https://news.example";

    public SmtpSink Sink { get; } = new();

    internal override MailSettings Mail => new() { Host = "127.0.0.1", Port = Sink.Port, Security = "none", From = "desk@news.example" };

    protected override Uri? PublicUrl => new(Address);

    /// <summary>Sends what is due some time from now, and returns the mails to one address.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MailsAsync(string email, TimeSpan fromNow = default)
    {
        await SendAsync(fromNow);
        return [.. Sink.Taken.Where(mail => mail.To.Mailboxes.Any(to => to.Address == email))];
    }

    public Task<int> SendAsync(TimeSpan fromNow = default, MailSettings? settings = null) => new MailSender(
        Get<IMailStore>(), Get<MailComposer>(), settings ?? Mail, new FakeTimeProvider(TimeProvider.System.GetUtcNow() + fromNow), NullLogger<MailSender>.Instance)
        .SendDueAsync(TestContext.Current.CancellationToken);

    /// <summary>Submits with an address of its own.</summary>
    public async Task<(SubmitResult.Accepted Accepted, string Email, string Token)> SubmitAsync(string text, string language = "en", string? email = null)
    {
        var article = await PublishAsync(one => one with { Language = language });
        email ??= $"{Guid.NewGuid():N}@reader.example";
        var accepted = Assert.IsType<SubmitResult.Accepted>(await Get<SubmitComment>().RunAsync(new(article.Id, "Dilan", text, null, email)));
        return (accepted, email, Get<AddressTokens>().For(email));
    }
}
