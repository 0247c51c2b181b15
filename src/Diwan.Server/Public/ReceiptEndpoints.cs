using Diwan.Comments.Ledger;
using Diwan.Comments.Publishing;
using Diwan.Comments.Receipts;
using Diwan.Comments.Retaining;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Signals;
using Diwan.Server.Hosting;
using Diwan.Server.Pages.Receipts;
using Diwan.Server.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>What an author's receipt opens: its one comment, and nothing else.</summary>
internal sealed class ReceiptEndpoints(
    ReadReceipt receipts, WithdrawComment withdraw, AppealDecision appeal, EraseComment erase, ProveReceipt prove, CitedGuidelines guidelines,
    WordBook book)
{
    public async Task ReadAsync(HttpContext http, string receipt)
    {
        if (await receipts.RunAsync(receipt, http.RequestAborted) is { } opened)
            await AnswerAsync(http, StatusCodes.Status200OK, receipt, opened);
        else
            await Unknown().WriteAsync(http);
    }

    public async Task WithdrawAsync(HttpContext http, string receipt)
    {
        var result = await withdraw.RunAsync(receipt, http.RequestAborted);
        switch (result)
        {
            case DecideResult.Done:
                await ReadAsync(http, receipt);
                break;
            case DecideResult.NotFound:
                await Unknown().WriteAsync(http);
                break;
            case DecideResult.NotAllowed { Status: var status }:
                await new Problem(StatusCodes.Status409Conflict, "not_allowed", $"A comment that is {CommentEndpoints.StatusName(status)} cannot be withdrawn.").WriteAsync(http);
                break;
            case DecideResult.Stale:
                await new Problem(StatusCodes.Status409Conflict, "stale", "The comment is being decided on at this moment; try again.").WriteAsync(http);
                break;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} has no answer.");
        }
    }

    public async Task AppealAsync(HttpContext http, string receipt)
    {
        using var body = await JsonBody.ReadAsync(http);
        if (body is null || await body.TextsAsync(http, "text") is not { } texts) return;
        var result = await appeal.RunAsync(receipt, texts[0], http.RequestAborted);
        if (result is AppealResult.Taken) await AnswerAsync(http, StatusCodes.Status202Accepted, receipt, (await receipts.RunAsync(receipt, http.RequestAborted))!);
        else await Problems.Of(result).WriteAsync(http);
    }

    public async Task EraseAsync(HttpContext http, string receipt)
    {
        var result = await erase.ByReceiptAsync(receipt, http.RequestAborted);
        if (result is EraseResult.Erased) await ReadAsync(http, receipt);
        else await Problems.Of(result).WriteAsync(http);
    }

    private async Task AnswerAsync(HttpContext http, int status, string receipt, OpenedReceipt opened) => await PublicJson.WriteAsync(
        http, status,
        await ShapeAsync(receipt, opened, http.RequestAborted) with { Proof = await prove.RunAsync(receipt, http.RequestAborted) },
        PublicJson.Instance.ReceiptShape);

    private async Task<ReceiptShape> ShapeAsync(string receipt, OpenedReceipt opened, CancellationToken ct)
    {
        var (comment, article, last) = (opened.Comment, opened.Article, opened.Last);
        var isRejected = comment.Status is CommentStatus.Rejected;
        var shape = new ReceiptShape(
            comment.Id, CommentEndpoints.StatusName(comment.Status), article.Id, $"/articles/{article.Slug}",
            comment.Author, comment.Text, comment.At.ToUniversalTime(), comment.Hash,
            isRejected ? [.. StatedReasons.Of(last).Select(reason => ShapeOf(reason, comment))] : [])
        {
            Appeals = [.. opened.Appeals.Select(ShapeOf)],
        };
        if (comment.Status is CommentStatus.Pending) return shape;

        var cited = isRejected ? await guidelines.FindAsync(last, ct) : null;
        return shape with
        {
            Guideline = cited?.Code,
            GuidelineTitle = cited?.Title(article.Language),
            GuidelineText = cited?.Text(article.Language),
            PolicyVersion = last.PolicyVersion,
            Statement = isRejected ? StatementOf(receipt, opened) : null,
            DecidedAt = last.At.ToUniversalTime(),
            DecidedBy = last.DecidedBy switch
            {
                DecidedBy.Moderator => "person",
                DecidedBy.Rule => "rule",
                DecidedBy.Author => "author",
                _ => throw new InvalidOperationException($"{last.DecidedBy} has no name."),
            },
        };
    }

    private StatementShape StatementOf(string receipt, OpenedReceipt opened) => new(
        "not_published", "guideline", [.. StatedReasons.Facts(opened, book.In(opened.Article.Language))],
        opened.WasReported ? "report" : "own_initiative", opened.IsDetectedBySoftware, opened.Last.DecidedBy is DecidedBy.Rule,
        opened.AppealUntil!.Value, $"/r/{receipt}");

    private static AppealShape ShapeOf(Appeal appeal) => new(
        appeal.At.ToUniversalTime(), appeal.Text, appeal.Outcome is not { } outcome ? "waiting" : outcome.IsOverturned ? "overturned" : "upheld",
        appeal.Outcome?.Reason, appeal.Outcome?.At.ToUniversalTime(), appeal.Outcome?.IsSamePerson);

    private static ReasonShape ShapeOf(Moderation.Decisions.Reason reason, Comment comment)
    {
        var isName = reason.Signal.Field is TextField.Author;
        var words = isName ? comment.Author : comment.Text;
        return new(
            reason.Guideline!, reason.Signal.Detector, isName ? "author" : "text", reason.Signal.Evidence?.Start, reason.Signal.Evidence?.End,
            reason.Signal.Evidence is { } span && span.End <= words.Length ? words[span.Start..span.End] : null);
    }

    private static Problem Unknown() => Problems.NotFound("No comment belongs to this receipt.");
}
