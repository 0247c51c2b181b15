using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Judging;
using Diwan.Comments.Ledger;
using Diwan.Comments.Notifying;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Moderation;
using Diwan.Moderation.Decisions;
using Microsoft.Extensions.Logging;

namespace Diwan.Comments.Submitting;

/// <summary>A reader submits a comment: load what judging needs, judge, store both in one transaction, then acknowledge.</summary>
public sealed partial class SubmitComment(
    ArticleContexts articles, RecentComments recent, ICommentStore comments, IPipelineSource pipelines, ReceiptIssuer receipts,
    AddressTokens addresses, StaffNames staff, SubmitOptions options, TimeProvider clock, ILogger<SubmitComment> log)
{
    /// <summary>Takes in a submission, or says everything that is wrong with it.</summary>
    public async Task<SubmitResult> RunAsync(SubmitRequest request, CancellationToken ct = default)
    {
        var result = await TakeInAsync(request, ct);
        SubmissionMetrics.Count(result);
        return result;
    }

    private async Task<SubmitResult> TakeInAsync(SubmitRequest request, CancellationToken ct)
    {
        // Whom the publisher signed in writes under the name that was signed.
        if (request.Reader is { } reader) request = request with { Author = reader.Name };
        else if (options.RequiresSignIn) return Refuse("token", RefusalCode.SignInRequired);

        var refusals = SubmissionRules.Check(request, options);
        if (refusals.Count > 0) return new SubmitResult.Refused(refusals);

        if (await articles.FindAsync(request.Article) is not { } article) return Refuse("article", RefusalCode.ArticleUnknown);
        var idempotency = IdempotencyKey.Of(request, article.Id);
        if (article.IsClosed) return await ReplayOrRefuseAsync(article.Id, idempotency, new("article", RefusalCode.ThreadClosed), ct);

        if (request.Reader is null && await staff.IncludeAsync(request.Author!))
            return await ReplayOrRefuseAsync(article.Id, idempotency, new("author", RefusalCode.AuthorReserved), ct);

        Comment? parent = null;
        if (!string.IsNullOrEmpty(request.ParentId))
        {
            parent = await comments.FindAsync(request.ParentId, ct);
            if (Refusing(parent, article.Id) is { } refusal) return await ReplayOrRefuseAsync(article.Id, idempotency, refusal, ct);
        }

        var now = clock.GetUtcNow();
        var submission = new Submission
        {
            Text = request.Text!,
            Author = request.Author!,
            Article = article.Context,
            ParentText = parent?.Text,
            Recent = await recent.FindAsync(article.Id, request.AuthorKey),
        };
        var judgement = Judge(submission);
        var comment = Make(submission, article.Id, parent, request.Reader?.Badge ?? Badge.None, judgement, now);
        var receipt = receipts.For(comment.Id);
        // Where no mail is sent, an address has no purpose.
        var email = options.SendsMail && !string.IsNullOrEmpty(request.Email) ? request.Email : null;

        var added = await comments.AddAsync(
            new(comment, FirstDecision(comment, judgement, now), judgement, ReceiptIssuer.Hash(receipt), request.AuthorKey, email,
                email is null ? null : addresses.DigestOf(email), idempotency, Leaf.NewKey()), ct);

        // Two requests with one key at the same moment: the store lets one through, the other answers with it.
        if (added is not AddResult.Added { Place: var place })
            return await ReplayOrRefuseAsync(article.Id, idempotency, new("article", RefusalCode.ThreadClosed), ct);

        recent.Add(new(comment.Id, comment.ArticleId, request.AuthorKey, comment.At, judgement.Fingerprint));
        LogReceived(comment.Id, judgement.Recommendation.Outcome, judgement.Recommendation.Reasons.Count, judgement.PolicyVersion);
        return new SubmitResult.Accepted(comment, receipt, IsReplay: false, place);
    }

    private Refusal? Refusing(Comment? parent, string articleId)
    {
        if (parent is null || parent.ArticleId != articleId || parent.Status != CommentStatus.Approved) return new("parentId", RefusalCode.ParentUnknown);
        return parent.Depth >= options.MaxDepth ? new("parentId", RefusalCode.ReplyTooDeep, options.MaxDepth) : null;
    }

    private Judgement Judge(Submission submission)
    {
        var pipeline = pipelines.Current;
        var start = clock.GetTimestamp();
        try
        {
            var judgement = pipeline.Judge(submission);
            SubmissionMetrics.Judged(clock.GetElapsedTime(start));
            return judgement;
        }
#pragma warning disable CA1031 // Whatever goes wrong in judging, the comment is held for a person and not lost.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnjudged(exception.GetType().Name);
            return Unjudged.Because(pipeline.Policy.Version);
        }
    }

    private static Comment Make(Submission submission, string articleId, Comment? parent, Badge badge, Judgement judgement, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString("N");
        return new()
        {
            Id = id,
            ArticleId = articleId,
            ParentId = parent?.Id,
            RootId = parent?.RootId ?? id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            Author = submission.Author,
            Badge = badge,
            Text = submission.Text,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(submission.Text))),
            At = now,
            Language = judgement.Language.Code,
            Status = StatusAfter(judgement.Recommendation),
            Version = 1,
        };
    }

    private static Decision FirstDecision(Comment comment, Judgement judgement, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now).ToString("N"),
        CommentId = comment.Id,
        Version = 1,
        Outcome = comment.Status switch
        {
            CommentStatus.Approved => DecisionOutcome.Approved,
            CommentStatus.Rejected => DecisionOutcome.Rejected,
            _ => DecisionOutcome.Held,
        },
        Guideline = comment.Status is CommentStatus.Rejected
            ? judgement.Recommendation.Reasons.First(reason => reason.Asks is Outcome.Reject && reason.Guideline is not null).Guideline
            : null,
        Reasons = judgement.Recommendation.Reasons,
        DecidedBy = DecidedBy.Rule,
        PolicyVersion = judgement.PolicyVersion,
        ModelVersion = judgement.ModelVersion,
        At = now,
    };

    // Software decides only where the policy says so; a rejection must be able to cite its guideline.
    private static CommentStatus StatusAfter(Recommendation recommendation) => recommendation switch
    {
        { Decides: true, Outcome: Outcome.Approve } => CommentStatus.Approved,
        { Decides: true, Outcome: Outcome.Reject } when recommendation.Reasons.Any(
            reason => reason.Asks is Outcome.Reject && reason.Guideline is not null) => CommentStatus.Rejected,
        _ => CommentStatus.Pending,
    };

    // A repeated submission gets its first answer, even when the thread has closed or the parent has gone meanwhile.
    private async Task<SubmitResult> ReplayOrRefuseAsync(string articleId, IdempotencyKey? sent, Refusal refusal, CancellationToken ct)
    {
        if (sent is null || await comments.FindKeyAsync(articleId, sent.Key, ct) is not { } known) return new SubmitResult.Refused([refusal]);
        if (known.BodyHash != sent.BodyHash) return Refuse("idempotencyKey", RefusalCode.KeyConflict);
        var comment = await comments.FindAsync(known.CommentId, ct)
            ?? throw new InvalidOperationException("An idempotency key names a comment that is not there.");
        return new SubmitResult.Accepted(comment, receipts.For(comment.Id), IsReplay: true, Place: null);
    }

    private static SubmitResult.Refused Refuse(string field, RefusalCode code) => new([new(field, code)]);

    // Never the text, never the address: a log is read by more people than a desk.
    [LoggerMessage(2101, LogLevel.Information, "Comment {Comment} received: {Outcome} recommended, {Reasons} reason(s), policy {Policy}")]
    private partial void LogReceived(string comment, Outcome outcome, int reasons, string policy);

    [LoggerMessage(2102, LogLevel.Error, "Judging failed with {Exception}: the comment is held for a person")]
    private partial void LogUnjudged(string exception);
}
