using System.Globalization;
using Diwan.Comments.Notifying;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Signals;

namespace Diwan.Comments.Retaining;

/// <summary>Collects everything that is stored of whoever confirmed an address. Changes nothing.</summary>
public sealed class ArchivePerson(
    IMailStore mail, ICommentStore comments, IArticleStore articles, IAppealStore appeals, IErasureStore erasures, ReceiptIssuer receipts, TimeProvider clock)
{
    /// <summary>The archive; null when the token is unknown or its address was not confirmed.</summary>
    /// <param name="token">Token of the mailed link.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PersonalArchive?> RunAsync(string token, CancellationToken ct = default)
    {
        if (await mail.FindAsync(AddressTokens.Hash(token), ct) is not { State: AddressState.Confirmed, Email: { } email } known) return null;
        var archived = new List<ArchivedComment>();
        foreach (var sent in await mail.CommentsOfAsync(known.Digest, ct))
        {
            // One that was erased meanwhile is no longer theirs.
            if (await comments.FindAsync(sent.Id, ct) is { Status: not CommentStatus.Erased } comment) archived.Add(await OneAsync(comment, sent.ReaderKey, ct));
        }

        return new(PersonalArchive.CurrentFormat, clock.GetUtcNow(), email, known.Since, archived);
    }

    private async Task<ArchivedComment> OneAsync(Comment comment, string? readerKey, CancellationToken ct)
    {
        var article = await articles.FindAsync(comment.ArticleId, ct);
        var judgement = await comments.JudgementAsync(comment.Id, ct);
        return new(
            comment.Id, article?.Url ?? $"/articles/{article?.Slug}", article?.Headline ?? "", comment.ParentId, comment.Author, comment.Text, comment.Hash,
            comment.At, comment.Language, Name(comment.Status), receipts.For(comment.Id), await erasures.IsHeldAsync(comment.Id, ct),
            [.. judgement?.Signals.Select(Signal) ?? []],
            readerKey, judgement is { Fingerprint: not 0 and var fingerprint } ? fingerprint.ToString("x16", CultureInfo.InvariantCulture) : null,
            [.. (await comments.DecisionsAsync(comment.Id, ct)).Select(Decision)],
            [.. (await appeals.OfCommentAsync(comment.Id, ct)).Select(Appeal)]) { Badge = comment.Badge is Badge.None ? null : comment.Badge.ToString().ToLowerInvariant() };
    }

    private static ArchivedDecision Decision(Decision decision) => new(
        decision.Version, Name(decision.Outcome), decision.DecidedBy is DecidedBy.Moderator ? "person" : Name(decision.DecidedBy), decision.Guideline,
        [.. decision.Reasons.Select(reason => Signal(reason.Signal))], decision.Note, decision.PolicyVersion, decision.ModelVersion, decision.At);

    private static ArchivedAppeal Appeal(Appeal appeal) =>
        new(appeal.Text, appeal.At, appeal.Outcome?.IsOverturned, appeal.Outcome?.Reason, appeal.Outcome?.At);

    private static ArchivedSignal Signal(Signal signal) => new(
        signal.Attribute, double.IsNaN(signal.Score) ? null : signal.Score, signal.Detector, Name(signal.Field), signal.Evidence?.Start, signal.Evidence?.End);

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
