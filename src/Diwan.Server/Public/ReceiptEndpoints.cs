using Diwan.Comments.Publishing;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Signals;
using Diwan.Server.Hosting;
using Diwan.Server.Pages.Receipts;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Public;

/// <summary>What an author's receipt opens: its one comment, and nothing else.</summary>
internal sealed class ReceiptEndpoints(ReadReceipt receipts, WithdrawComment withdraw, CitedGuidelines guidelines)
{
    public async Task ReadAsync(HttpContext http, string receipt)
    {
        if (await receipts.RunAsync(receipt, http.RequestAborted) is { } opened)
            await PublicJson.WriteAsync(http, StatusCodes.Status200OK, await ShapeAsync(opened, http.RequestAborted), PublicJson.Instance.ReceiptShape);
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

    private async Task<ReceiptShape> ShapeAsync(OpenedReceipt opened, CancellationToken ct)
    {
        var (comment, article, last) = (opened.Comment, opened.Article, opened.Last);
        var isRejected = comment.Status is CommentStatus.Rejected;
        var shape = new ReceiptShape(
            comment.Id, CommentEndpoints.StatusName(comment.Status), article.Id, $"/articles/{article.Slug}",
            comment.Author, comment.Text, comment.At.ToUniversalTime(), comment.Hash,
            isRejected ? [.. StatedReasons.Of(last).Select(ShapeOf)] : []);
        if (comment.Status is CommentStatus.Pending) return shape;

        var cited = isRejected ? await guidelines.FindAsync(last, ct) : null;
        return shape with
        {
            Guideline = cited?.Code,
            GuidelineTitle = cited?.Title(article.Language),
            GuidelineText = cited?.Text(article.Language),
            PolicyVersion = last.PolicyVersion,
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

    private static ReasonShape ShapeOf(Moderation.Decisions.Reason reason) => new(
        reason.Guideline!, reason.Signal.Detector, reason.Signal.Field is TextField.Author ? "author" : "text",
        reason.Signal.Evidence?.Start, reason.Signal.Evidence?.End);

    private static Problem Unknown() => Problems.NotFound("No comment belongs to this receipt.");
}
