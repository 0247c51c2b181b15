using Diwan.Comments.Publishing;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Signals;
using Diwan.Server.Pages;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Receipts;
using Diwan.Server.Pages.Wording;

namespace Diwan.Server.Mail;

/// <summary>The statement of reasons as a mail: the same facts as on the receipt's page.</summary>
internal sealed class StatementMail(CitedGuidelines guidelines, PublicLinks links, PageOptions options)
{
    public async Task<Letter> DecisionAsync(Letter letter, Words words, OpenedReceipt opened, string receipt, CancellationToken ct)
    {
        var isRejected = opened.Comment.Status is CommentStatus.Rejected;
        letter.Paragraph(words[isRejected ? "receipt.rejected" : "receipt.approved"]);
        if (isRejected && await guidelines.FindAsync(opened.Last, ct) is { } cited)
        {
            letter.Heading(words["receipt.guideline"] + ": " + cited.Title(words.Language)).Paragraph(cited.Text(words.Language))
                .Paragraph(string.Join(' ', StatedReasons.Facts(opened, words)) + ' ' + words.Format("receipt.decidedAt", ("time", words.DateAndTime(opened.Last.At, options.TimeZone))) + '.');
            if (Words(opened) is { Count: > 0 } rested) letter.Heading(words["receipt.words"]).Quote(string.Join('\n', rested));
        }

        Received(letter, words, opened);
        if (opened.AppealUntil is { } until)
            letter.Heading(words["appeal.heading"]).Paragraph(words["appeal.how"] + ' ' + words.Format("appeal.deadline", ("time", words.Date(until))));
        else if (opened.Comment.Status is CommentStatus.Approved) letter.Link(words["receipt.view"], links.Absolute($"/comments/{opened.Comment.Id}"));
        return Private(letter, words, receipt);
    }

    public Letter Appeal(Letter letter, Words words, OpenedReceipt opened, AppealOutcome outcome, string receipt)
    {
        letter.Paragraph(words[outcome.IsOverturned ? "appeal.overturned" : "appeal.upheld"] + ' ' + words[outcome.IsSamePerson ? "appeal.bySamePerson" : "appeal.byOtherPerson"])
            .Quote(outcome.Reason)
            .Note(words.Format("appeal.decidedAt", ("time", words.DateAndTime(outcome.At, options.TimeZone))));
        Received(letter, words, opened);
        return Private(letter, words, receipt);
    }

    // The author's own words that the rejection rests on, each once.
    private static IReadOnlyList<string> Words(OpenedReceipt opened) =>
    [
        .. StatedReasons.Of(opened.Last).Where(reason => reason.Signal.Evidence is not null)
            .Select(reason => reason.Signal.Evidence!.Value.Quote(reason.Signal.Field is TextField.Author ? opened.Comment.Author : opened.Comment.Text)).Distinct(),
    ];

    private void Received(Letter letter, Words words, OpenedReceipt opened) => letter
        .Heading(words["receipt.asReceived"]).Quote(opened.Comment.Text).Note($"{opened.Comment.Author}, {words.DateAndTime(opened.Comment.At, options.TimeZone)}")
        .Link($"{words["receipt.article"]}: {opened.Article.Headline}", links.Absolute($"/articles/{opened.Article.Slug}"));

    private Letter Private(Letter letter, Words words, string receipt) =>
        letter.Link(words["mail.receipt"], links.Absolute($"/r/{receipt}")).Note(words["receipt.private"]);
}
