using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>Somebody with the database file in hand, triggers dropped, alters each kind of row: checking the ledger names it.</summary>
public sealed class TamperingTests
{
    // Comments: "first" approved, "second" a pending reply, "third" rejected and appealed with success, "fourth" rejected and appealed in vain.
    // With 260 more, so that one tile of the tree is full.
    [Theory]
    [InlineData("UPDATE comments SET text = 'Sweetened.', hash = 'b6faff33f93a7f9d0a8e9b1c7a4b0e5cfa9bd5a7d0e58f1d7cbd0cbf0ac7bd0d' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET author = 'Another' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET at = at + 1 WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET hash = 'x' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET parent_id = 'third' WHERE id = 'second'", LedgerFindingKind.Altered, "comment second")]
    [InlineData("UPDATE comments SET article_id = 'other' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET badge = 1 WHERE id = 'last'", LedgerFindingKind.Altered, "comment last")]
    [InlineData("UPDATE comments SET id = 'renamed' WHERE id = 'last'", LedgerFindingKind.Missing, "comment last")]
    [InlineData("UPDATE comments SET status = 2 WHERE id = 'second'", LedgerFindingKind.Inserted, "state of comment second")]
    [InlineData("UPDATE comments SET status = 5, text = '', author = '', hash = '' WHERE id = 'first'", LedgerFindingKind.KeyLeft, "comment first")]
    [InlineData("DELETE FROM comments WHERE id = 'last'", LedgerFindingKind.Missing, "comment last")]
    [InlineData("INSERT INTO comments SELECT 'smuggled', article_id, parent_id, 'smuggled', depth, path, author, text, hash, at, language, status, version, replies, risk, NULL, NULL, 0 FROM comments WHERE id = 'first'", LedgerFindingKind.Inserted, "comment smuggled")]
    [InlineData("INSERT INTO comments SELECT 'smuggled', article_id, parent_id, 'smuggled', depth, path, author, text, hash, at, language, status, version, replies, risk, NULL, ledger_index, 0 FROM comments WHERE id = 'first'", LedgerFindingKind.Inserted, "comment smuggled")]
    [InlineData("UPDATE decisions SET outcome = 3 WHERE comment_id = 'first' AND version = 2", LedgerFindingKind.Altered, "decision first-2")]
    [InlineData("UPDATE decisions SET guideline = 'abuse' WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("UPDATE decisions SET reasons = '[ ]' WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("UPDATE decisions SET account_id = 'somebody' WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("UPDATE decisions SET at = at - 1 WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("DELETE FROM decisions WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Missing, "decision third-2")]
    [InlineData("INSERT INTO decisions SELECT 'smuggled', comment_id, 9, outcome, guideline, reasons, decided_by, account_id, note, policy_version, model_version, at, NULL FROM decisions WHERE id = 'first-2'", LedgerFindingKind.Inserted, "decision smuggled")]
    [InlineData("UPDATE appeals SET text = 'Never mind.' WHERE id = 'appeal-third'", LedgerFindingKind.Altered, "appeal appeal-third")]
    [InlineData("UPDATE appeals SET is_overturned = 1 WHERE id = 'appeal-fourth'", LedgerFindingKind.Altered, "outcome of appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET reason = 'Other words.' WHERE id = 'appeal-fourth'", LedgerFindingKind.Altered, "outcome of appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET closed_at = NULL, outcome_ledger_index = NULL WHERE id = 'appeal-fourth'", LedgerFindingKind.Missing, "outcome of appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET account_id = 'account' WHERE id = 'appeal-fourth'", LedgerFindingKind.Altered, "outcome of appeal appeal-fourth")]
    [InlineData("DELETE FROM appeals WHERE id = 'appeal-fourth'", LedgerFindingKind.Missing, "appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET is_erased = 1 WHERE id = 'appeal-fourth'", LedgerFindingKind.Inserted, "state of appeal appeal-fourth")]
    [InlineData("UPDATE policies SET yaml = 'milder'", LedgerFindingKind.Altered, "policy publication 1")]
    [InlineData("INSERT INTO policies VALUES ('p-0', 'older')", LedgerFindingKind.Inserted, "policy p-0")]
    [InlineData("INSERT INTO policy_publications (version, at) VALUES ('p-1', 1)", LedgerFindingKind.Inserted, "publication 2 of policy p-1")]
    [InlineData("UPDATE models SET version = 'm-2'", LedgerFindingKind.Altered, "model 1")]
    [InlineData("INSERT INTO models (version, at) VALUES ('m-0', 1)", LedgerFindingKind.Inserted, "model m-0")]
    [InlineData("UPDATE ledger_keys SET cause = 'lost'", LedgerFindingKind.Altered, "signing key 1")]
    [InlineData("UPDATE ledger SET key = NULL WHERE ref = 'first'", LedgerFindingKind.KeyMissing, "comment first")]
    [InlineData("UPDATE ledger SET leaf = zeroblob(32) WHERE ref = 'first'", LedgerFindingKind.EntryAltered, "entry")]
    [InlineData("DELETE FROM ledger WHERE ref = 'first'", LedgerFindingKind.EntryMissing, "entry")]
    [InlineData("UPDATE ledger SET idx = -1 WHERE idx = 5; UPDATE ledger SET idx = 5 WHERE idx = 6; UPDATE ledger SET idx = 6 WHERE idx = -1", LedgerFindingKind.EntryAltered, "entry")]
    [InlineData("UPDATE ledger_tiles SET hashes = zeroblob(8192)", LedgerFindingKind.EntryAltered, "entry")]
    [InlineData("UPDATE ledger_tiles SET root = zeroblob(32)", LedgerFindingKind.TileAltered, "tile 0/0")]
    [InlineData("DELETE FROM ledger_tiles", LedgerFindingKind.TileAltered, "tile 0/0")]
    [InlineData("DELETE FROM ledger WHERE idx = (SELECT max(idx) FROM ledger)", LedgerFindingKind.EntryMissing, "of 545 that were signed")]
    [InlineData("DELETE FROM ledger_checkpoints WHERE size = (SELECT max(size) FROM ledger_checkpoints)", LedgerFindingKind.NotSigned, "tail")]
    [InlineData("UPDATE ledger_checkpoints SET note = replace(note, char(10) || '545' || char(10), char(10) || '544' || char(10))", LedgerFindingKind.SignatureFalse, "checkpoint")]
    public async Task What_was_done_to_a_row_is_named(string sql, LedgerFindingKind kind, string subject)
    {
        await using var under = await FillAsync();
        Assert.Empty(await FindAsync(under));
        Tamper(under, sql);
        var findings = await FindAsync(under);
        Assert.Contains(findings, finding => finding.Kind == kind && finding.Subject == subject);
        Assert.All(findings, finding => Assert.NotEmpty(finding.ToString()));
    }

    [Fact]
    public async Task Altering_a_comment_and_its_entry_is_caught_by_its_tile_and_with_the_tile_by_the_checkpoint()
    {
        await using var under = await FillAsync();
        var entry = (await under.Ledger.OfCommentAsync("first"))!;
        var altered = (await under.Comments.FindAsync("first"))! with { Author = "Another" };
        var leaf = Leaf.Of(entry.Index, entry.Key, LedgerRecord.Submission(altered));
        Tamper(under, $"UPDATE comments SET author = 'Another' WHERE id = 'first'; UPDATE ledger SET leaf = x'{Convert.ToHexString(leaf)}' WHERE idx = {entry.Index}");
        var finding = (await FindAsync(under))[0];
        Assert.Equal((LedgerFindingKind.EntryAltered, entry.Index), (finding.Kind, finding.Index));

        var hashes = (await under.Ledger.TilesAsync(0, 0, 1))[0].Hashes;
        MerkleHash.OfEntry(leaf).CopyTo(hashes, entry.Index * 32);
        Tamper(under, $"UPDATE ledger_tiles SET hashes = x'{Convert.ToHexString(hashes)}', root = x'{Convert.ToHexString(MerkleHash.OfComplete(hashes))}' WHERE level = 0 AND n = 0");
        Assert.All(await FindAsync(under), found => Assert.Equal(LedgerFindingKind.RootDiffers, found.Kind));
        Assert.NotEmpty(await FindAsync(under));
    }

    private static async Task<IReadOnlyList<LedgerFinding>> FindAsync(SqliteUnderTest under) =>
        (await new VerifyLedger(under.Ledger).RunAsync()).Findings;

    private static void Tamper(SqliteUnderTest under, string sql)
    {
        using var connection = SqliteFile.Connect(under.Folder, foreignKeys: false);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger'";
        if (command.ExecuteScalar() is string drop)
        {
            command.CommandText = drop;
            command.ExecuteNonQuery();
        }

        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static async Task<SqliteUnderTest> FillAsync()
    {
        var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        await under.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        await under.Ledger.NoteModelAsync("m-1", Some.Noon);
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        var first = await AddAsync(under, article.Id, "first", null, CommentStatus.Approved);
        await AddAsync(under, article.Id, "second", first, null);
        foreach (var name in (string[])["third", "fourth"])
        {
            await AddAsync(under, article.Id, name, null, CommentStatus.Rejected);
            await under.Appeals.AddAsync(new($"appeal-{name}", name, 2, "Please look again.", Some.Noon));
            var isFair = name == "third";
            await under.Appeals.CloseAsync(
                $"appeal-{name}", new(isFair, "other", false, "Looked at again.", Some.Noon),
                isFair ? Some.Decision(name, 3, DecisionOutcome.Approved) with { Id = "third-3" } : null);
        }

        await Task.WhenAll(Enumerable.Range(0, 262).Select(number => AddAsync(under, article.Id, $"more-{number}", null, null)));
        await AddAsync(under, article.Id, "last", null, null);
        return under;
    }

    private static async Task<Comment> AddAsync(SqliteUnderTest under, string article, string id, Comment? parent, CommentStatus? decided)
    {
        var comment = Some.Comment(article, parent) with { Id = id, RootId = parent?.RootId ?? id };
        var added = Some.New(comment);
        await under.Comments.AddAsync(added with { First = added.First with { Id = $"{id}-1" } });
        if (decided is { } status)
        {
            var outcome = status is CommentStatus.Approved ? DecisionOutcome.Approved : DecisionOutcome.Rejected;
            await under.Comments.AppendAsync(Some.Decision(id, 2, outcome) with { Id = $"{id}-2" }, status);
        }

        return comment;
    }
}
