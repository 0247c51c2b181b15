using Diwan.Comments.Judging;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Microsoft.Extensions.Logging;

namespace Diwan.Comments.Reviewing;

/// <summary>A person who did not reject looks again: an overturned comment is published at once, and its author reads why or why not.</summary>
public sealed partial class DecideAppeal(
    ICommentStore comments, IAppealStore appeals, IAccountStore accounts, IPipelineSource pipelines, AppealOptions options, TimeProvider clock,
    ILogger<DecideAppeal> log)
{
    /// <summary>Longest reason, in UTF-16 units.</summary>
    public const int MaxReason = 2_000;

    /// <summary>Decides an appeal.</summary>
    /// <param name="appealId">The appeal.</param>
    /// <param name="overturn">True to publish the comment.</param>
    /// <param name="reason">Why, for its author; may not be empty.</param>
    /// <param name="accountId">Who decides.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DecideAppealResult> RunAsync(string appealId, bool overturn, string? reason, string accountId, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MaxReason || !SubmissionRules.IsWellFormed(reason))
            return new DecideAppealResult.ReasonMalformed();
        if (await appeals.FindAsync(appealId, ct) is not { } appeal || await comments.FindAsync(appeal.CommentId, ct) is not { } comment)
            return new DecideAppealResult.NotFound();
        if (appeal.Outcome is not null || comment.Status is not CommentStatus.Rejected || comment.Version != appeal.Version)
            return new DecideAppealResult.Closed();

        var rejection = (await comments.DecisionsAsync(comment.Id, ct))[^1];
        var now = clock.GetUtcNow();
        var isSame = rejection.AccountId == accountId;
        if (isSame)
        {
            var from = options.SamePersonFrom(rejection, await accounts.ListAsync(ct));
            if (from is null || now < from) return new DecideAppealResult.SamePerson(from);
        }

        var outcome = new AppealOutcome(overturn, accountId, isSame, reason, now);
        if (!await appeals.CloseAsync(appealId, outcome, overturn ? Approval(comment, rejection, outcome) : null, ct)) return new DecideAppealResult.Closed();
        LogDecided(comment.Id, overturn, isSame);
        return new DecideAppealResult.Done(appeal with { Outcome = outcome });
    }

    private Decision Approval(Comment comment, Decision rejection, AppealOutcome outcome) => new()
    {
        Id = Guid.CreateVersion7(outcome.At).ToString("N"),
        CommentId = comment.Id,
        Version = comment.Version + 1,
        Outcome = DecisionOutcome.Approved,
        DecidedBy = DecidedBy.Moderator,
        AccountId = outcome.AccountId,
        PolicyVersion = pipelines.Current.Policy.Version,
        ModelVersion = rejection.ModelVersion,
        At = outcome.At,
    };

    [LoggerMessage(2301, LogLevel.Information, "Appeal on comment {Comment} decided: overturned {Overturned}, by the same person {Same}")]
    private partial void LogDecided(string comment, bool overturned, bool same);
}

/// <summary>What came of deciding an appeal.</summary>
public abstract record DecideAppealResult
{
    /// <summary>Stored and durable.</summary>
    public sealed record Done(Appeal Appeal) : DecideAppealResult;

    /// <summary>No such appeal.</summary>
    public sealed record NotFound : DecideAppealResult;

    /// <summary>It has an outcome already, or its rejection no longer stands.</summary>
    public sealed record Closed : DecideAppealResult;

    /// <summary>No reason, too long a one, or ill-formed text in it.</summary>
    public sealed record ReasonMalformed : DecideAppealResult;

    /// <summary>Who rejected may not decide; on a desk of one, not before <paramref name="From"/>.</summary>
    public sealed record SamePerson(DateTimeOffset? From) : DecideAppealResult;
}
