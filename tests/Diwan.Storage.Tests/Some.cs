using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Accounts;
using Diwan.Comments.Articles;
using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Text;

namespace Diwan.Storage.Tests;

/// <summary>Any valid value, with what a test cares for as arguments.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static string Id() => Guid.NewGuid().ToString("N");

    public static Article Article(string? id = null, string language = "en", DateTimeOffset? published = null)
    {
        id ??= Id();
        return new()
        {
            Id = id, Slug = $"slug-{id}", Language = language, Headline = $"Headline {id}", PublishedAt = published, ImportedAt = Noon,
        };
    }

    public static Comment Comment(string articleId, Comment? parent = null, DateTimeOffset? at = null, string text = "A comment.", string author = "Azad")
    {
        var id = Id();
        return new()
        {
            Id = id,
            ArticleId = articleId,
            ParentId = parent?.Id,
            RootId = parent?.RootId ?? id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            Author = author,
            Text = text,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            At = at ?? Noon,
            Language = "en",
            Status = CommentStatus.Pending,
            Version = 1,
        };
    }

    public static Judgement Judgement(Outcome outcome = Outcome.Hold, ulong fingerprint = ulong.MaxValue - 1)
    {
        var signal = new Signal("PROFANITY", 0.75, "lexicon", TextField.Text, new TextSpan(2, 9), "en-12");
        return new(
            new("ckb", "Arab", 0.5), [signal, new("SPAM", double.NaN, "promotion")],
            new(outcome, [new Reason("profanity", "profanity-lexicon", outcome, signal)], Decides: false), "2026-11-22.1", "none", fingerprint);
    }

    public static NewComment New(
        Comment comment, Outcome recommended = Outcome.Hold, string? authorKey = null, string? email = null, IdempotencyKey? key = null, ulong fingerprint = 1,
        string? digest = null)
    {
        var judgement = Judgement(recommended, fingerprint);
        return new(comment, Decision(comment.Id, 1, DecisionOutcome.Held, DecidedBy.Rule) with { Reasons = judgement.Recommendation.Reasons },
            judgement, $"receipt of {comment.Id}", authorKey, email, digest, key, Leaf.NewKey());
    }

    public static Decision Decision(string commentId, int version, DecisionOutcome outcome, DecidedBy by = DecidedBy.Moderator) => new()
    {
        Id = Id(),
        CommentId = commentId,
        Version = version,
        Outcome = outcome,
        Guideline = outcome is DecisionOutcome.Rejected ? "profanity" : null,
        DecidedBy = by,
        AccountId = by is DecidedBy.Moderator ? "account" : null,
        PolicyVersion = "2026-11-22.1",
        ModelVersion = "none",
        At = Noon,
    };

    public static Account Account(string name, Role role = Role.Moderator) => new()
    {
        Id = Id(), Name = name, Role = role, SecurityStamp = "stamp", CreatedAt = Noon,
    };
}
