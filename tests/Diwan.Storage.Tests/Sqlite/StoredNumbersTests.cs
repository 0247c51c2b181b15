using Diwan.Comments.Accounts;
using Diwan.Comments.Articles;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Storage.Shared;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>What lies in databases already: these lists may grow at their end, and change in no other way.</summary>
public sealed class StoredNumbersTests
{
    [Fact]
    public void Stored_values_keep_their_numbers()
    {
        Assert.Equal("Pending=1 Approved=2 Rejected=3 Withdrawn=4 Erased=5", List<CommentStatus>());
        Assert.Equal("Held=1 Approved=2 Rejected=3 Reopened=4 Withdrawn=5 Erased=6", List<DecisionOutcome>());
        Assert.Equal("Rule=1 Moderator=2 Author=3", List<DecidedBy>());
        Assert.Equal("Approve=1 Reject=2 Hold=3", List<Outcome>());
        Assert.Equal("Text=1 Author=2", List<TextField>());
        Assert.Equal("Moderator=1 Editor=2 Admin=3 Scorer=4 Site=5", List<Role>());
        Assert.Equal("Thread=1 Article=2 Policy=3", List<ChangeKind>());
        Assert.Equal("None=0 Emphasised=1 Strong=2", List<Emphasis>());
    }

    [Fact]
    public void A_stored_judgement_keeps_its_names() => Assert.Equal(
        """
        {"language":{"code":"ckb","script":"Arab","confidence":0.5},"signals":[{"attribute":"PROFANITY","score":0.75,"detector":"lexicon","field":1,"evidence":{"start":2,"end":9},"detail":"en-12"},{"attribute":"SPAM","score":"NaN","detector":"promotion","field":1}],"recommendation":{"outcome":3,"reasons":[{"guideline":"profanity","rule":"profanity-lexicon","asks":3,"signal":{"attribute":"PROFANITY","score":0.75,"detector":"lexicon","field":1,"evidence":{"start":2,"end":9},"detail":"en-12"}}],"decides":false},"policyVersion":"2026-11-22.1","modelVersion":"none","fingerprint":0}
        """,
        StoredJson.Write(Some.Judgement(fingerprint: 0), StoredJson.Judgement));

    [Fact]
    public void A_stored_body_keeps_its_names() => Assert.Equal(
        """
        [{"$type":"paragraph","runs":[{"text":"سڵاو <b>","emphasis":2,"href":"https://example.org/"}]},{"$type":"heading","level":2,"text":"h"},{"$type":"quotation","runs":[]},{"$type":"list","numbered":true,"items":[[{"text":"i","emphasis":0}]]},{"$type":"picture","caption":"c","width":0,"height":0},{"$type":"read-more","headline":"r"}]
        """,
        StoredJson.Write<IReadOnlyList<ArticleBlock>>(
            [
                new ArticleBlock.Paragraph([new("سڵاو <b>", Emphasis.Strong, "https://example.org/")]), new ArticleBlock.Heading(2, "h"),
                new ArticleBlock.Quotation([]), new ArticleBlock.ItemList(true, [[new("i")]]), new ArticleBlock.Picture { Caption = "c" },
                new ArticleBlock.ReadMore("r"),
            ],
            StoredJson.Body));

    private static string List<T>() where T : struct, Enum =>
        string.Join(' ', Enum.GetValues<T>().Select(value => $"{value}={Convert.ToInt32(value, null)}"));
}
