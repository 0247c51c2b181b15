using System.Globalization;
using Diwan.Comments.Notifying;
using Diwan.Comments.Receipts;
using Diwan.Comments.Retaining;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Wording;
using MimeKit;

namespace Diwan.Server.Mail;

/// <summary>Writes what an order asks for, in the language of the article, from what is stored at this moment.</summary>
internal sealed class MailComposer(
    IMailStore mail, ICommentStore comments, IArticleStore articles, ReadReceipt receipts, ReceiptIssuer issuer, AddressTokens tokens, StatementMail statements,
    RetentionRules rules, MailSettings settings, WordBook book, PublicLinks links, PageOptions options)
{
    /// <summary>The mail; null when there is nothing to tell any more: the comment was decided anew, or erased.</summary>
    public async Task<MimeMessage?> ComposeAsync(MailOrder order, CancellationToken ct)
    {
        var token = tokens.For(order.Email);
        var (words, subject, letter) = order.Kind is MailKind.Confirmation
            ? await AskAsync(order, token, ct) : await TellAsync(order, ct) ?? (null!, "", null);
        if (letter is null) return null;

        if (order.Kind is not MailKind.Confirmation) letter.Rule().Note(words.Format("mail.why", ("site", options.SiteName)));
        letter.Link(words[order.Kind is MailKind.Confirmation ? "address.stopYes" : "mail.settings"], Page(token));
        var message = new MimeMessage { Subject = words.Format(subject, ("site", options.SiteName)), Body = letter.Body() };
        message.Body.Headers.Add(HeaderId.ContentLanguage, words.Language);
        message.From.Add(settings.Sender(options.SiteName));
        message.To.Add(new MailboxAddress(null, order.Email));
        // Always the same for one order: a mail that is sent twice after a crash is shown once.
        message.MessageId = string.Create(
            CultureInfo.InvariantCulture, $"{order.Number}.{AddressTokens.Hash(token)[..16]}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{Page(token)}/stop>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        return message;
    }

    private string Page(string token) => links.Absolute($"/m/{token}");

    // Quotes nothing: whoever typed the address may not be who reads it.
    private async Task<(Words, string, Letter?)> AskAsync(MailOrder order, string token, CancellationToken ct)
    {
        var digest = AddressTokens.Hash(token);
        var sent = await mail.CommentsOfAsync(digest, ct);
        var comment = sent.Count == 0 ? null : await comments.FindAsync(sent[0].Id, ct);
        var article = comment is null ? null : await articles.FindAsync(comment.ArticleId, ct);
        var words = book.In(article?.Language ?? "en");
        if (await mail.FindAsync(digest, ct) is not { State: AddressState.Asked } known) return (words, "", null);
        return (words, "mail.confirm.subject", new Letter(words)
            .Paragraph(words.Format("mail.confirm.text", ("site", options.SiteName)))
            .Link(words["mail.confirm.button"], Page(token))
            .Paragraph(words.Format("mail.confirm.ignore", ("date", words.Date(known.Since.AddDays(rules.UnconfirmedDays))))));
    }

    private async Task<(Words, string, Letter?)?> TellAsync(MailOrder order, CancellationToken ct)
    {
        var receipt = issuer.For(order.CommentId!);
        if (await receipts.RunAsync(receipt, ct) is not { Comment.Status: not CommentStatus.Erased } opened) return null;
        var words = book.In(opened.Article.Language);
        var letter = new Letter(words);
        if (order.Kind is MailKind.AppealOutcome)
        {
            return opened.Appeals.FirstOrDefault(appeal => appeal.Version == order.Version) is { Outcome: { } outcome }
                ? (words, "mail.appeal.subject", statements.Appeal(letter, words, opened, outcome, receipt)) : null;
        }

        return opened.Comment.Version == order.Version
            ? (words, "mail.decision.subject", await statements.DecisionAsync(letter, words, opened, receipt, ct)) : null;
    }
}
