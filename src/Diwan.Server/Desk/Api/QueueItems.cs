using Diwan.Comments.Reviewing;
using Diwan.Moderation.Decisions;

namespace Diwan.Server.Desk.Api;

/// <summary>Cards as the API shows them.</summary>
internal static class QueueItems
{
    public static QueueItemJson Of(Card card)
    {
        var recommendation = card.Judgement?.Recommendation;
        var comment = card.Comment;
        return new(
            comment.Id, comment.Version, comment.Status.ToString().ToLowerInvariant(), comment.Text, comment.Author, comment.At,
            comment.Language, comment.Hash, comment.ParentId,
            new(card.Article.Id, card.Article.Slug, card.Article.Headline, card.Article.Language, card.Article.IsThreadClosed),
            (recommendation?.Outcome ?? Outcome.Hold).ToString().ToLowerInvariant(),
            [.. (recommendation?.Reasons ?? []).Select(Of)],
            new(card.Author.Approved, card.Author.Rejected),
            [.. card.Reports.Select(report => new ReportJson(report.Id, report.Guideline, report.Note, report.At))]) { Badge = Public.CommentEndpoints.BadgeName(comment.Badge) };
    }

    private static ReasonJson Of(Reason reason) => new(
        reason.Guideline, reason.Rule, reason.Signal.Attribute, reason.Signal.Detector, reason.Signal.Field.ToString().ToLowerInvariant(),
        reason.Signal.Evidence?.Start, reason.Signal.Evidence?.End, reason.Signal.Score);
}
