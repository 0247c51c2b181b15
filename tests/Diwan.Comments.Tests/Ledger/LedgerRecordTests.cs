using System.Text;
using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Tests.Ledger;

/// <summary>The bytes of records are for ever: a change here would make every old receipt worthless.</summary>
public sealed class LedgerRecordTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 15, 0, 0, TimeSpan.FromHours(3));

    private static readonly Comment Reply = new()
    {
        Id = "c2", ArticleId = "a1", ParentId = "c1", RootId = "c1", Depth = 1, Author = "ئازاد", Text = "1:x,", Hash = "h", At = Noon,
        Language = "ckb", Status = CommentStatus.Pending, Version = 1,
    };

    [Fact]
    public void A_submission_is_its_fields_in_their_order() => Assert.Equal(
        "10:submission,2:c2,2:a1,2:c1,28:2026-11-23T12:00:00.0000000Z,10:ئازاد,4:1:x,,", Encoding.UTF8.GetString(LedgerRecord.Submission(Reply)));

    [Fact]
    public void A_decision_is_its_fields_in_their_order_without_its_note() => Assert.Equal(
        "8:decision,2:d1,2:c2,1:2,1:3,9:profanity,2:[],1:2,4:acct,3:p-1,3:m-1,28:2026-11-23T12:00:00.0000000Z,",
        Encoding.UTF8.GetString(LedgerRecord.Decision(
            new()
            {
                Id = "d1", CommentId = "c2", Version = 2, Outcome = DecisionOutcome.Rejected, Guideline = "profanity", DecidedBy = DecidedBy.Moderator,
                AccountId = "acct", Note = "between us", PolicyVersion = "p-1", ModelVersion = "m-1", At = Noon,
            },
            "[]")));

    [Fact]
    public void Appeals_policies_models_and_keys_are_their_fields_in_their_order()
    {
        Assert.Equal("6:appeal,1:x,2:c2,1:2,28:2026-11-23T12:00:00.0000000Z,3:why,", Encoding.UTF8.GetString(LedgerRecord.Appeal(new("x", "c2", 2, "why", Noon))));
        Assert.Equal(
            "14:appeal-outcome,1:x,10:overturned,4:acct,12:other-person,6:digest,28:2026-11-23T12:00:00.0000000Z,",
            Encoding.UTF8.GetString(LedgerRecord.AppealOutcome("x", new(true, "acct", false, "because", Noon), "digest")));
        Assert.Equal(
            "6:policy,3:p-1,64:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,28:2026-11-23T12:00:00.0000000Z,",
            Encoding.UTF8.GetString(LedgerRecord.Policy("p-1", "", Noon)));
        Assert.Equal("5:model,3:m-1,28:2026-11-23T12:00:00.0000000Z,", Encoding.UTF8.GetString(LedgerRecord.Model("m-1", Noon)));
        Assert.Equal("11:signing-key,1:k,5:first,28:2026-11-23T12:00:00.0000000Z,", Encoding.UTF8.GetString(LedgerRecord.SigningKey("k", "first", Noon)));
    }

    [Fact]
    public void Fields_come_back_and_nonsense_has_none()
    {
        Assert.Equal("1:x,", LedgerRecord.Fields(LedgerRecord.Submission(Reply))![^1]);
        foreach (var bad in (string[])["x", "3:ab,", "2:ab", ":,", "2:abc", "9999999999:a,"]) Assert.Null(LedgerRecord.Fields(Encoding.UTF8.GetBytes(bad)));
    }

    [Fact]
    public void A_leaf_binds_key_place_and_record()
    {
        var (key, record) = (Leaf.NewKey(), LedgerRecord.Submission(Reply));
        var leaf = Leaf.Of(17, key, record);
        Assert.True(Leaf.Matches(leaf, 17, key, record));
        Assert.False(Leaf.Matches(leaf, 18, key, record));
        Assert.False(Leaf.Matches(leaf, 17, Leaf.NewKey(), record));
        Assert.False(Leaf.Matches(leaf, 17, key, LedgerRecord.Submission(Reply with { Author = "Azad" })));
        Assert.False(Leaf.Matches(leaf, 17, key, LedgerRecord.Submission(Reply with { ArticleId = "a2" })));
        Assert.False(Leaf.Matches(leaf, 17, key, LedgerRecord.Submission(Reply with { ParentId = null })));
        Assert.False(Leaf.Matches(leaf, 17, key, LedgerRecord.Submission(Reply with { Badge = Badge.Newsroom })));
        Assert.False(Leaf.Matches(leaf, 17, key, LedgerRecord.Submission(Reply with { At = Noon.AddTicks(1) })));

        // HMAC-SHA256 over "2:17," and the record, as any other program would do it.
        byte[] plain = [.. Encoding.ASCII.GetBytes("2:17,"), .. record];
        Assert.Equal(System.Security.Cryptography.HMACSHA256.HashData(key, plain), leaf);
    }
}
