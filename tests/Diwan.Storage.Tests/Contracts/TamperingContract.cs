using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>Somebody who owns the database, triggers off, alters each kind of row: checking the ledger names it.</summary>
public abstract class TamperingContract(StoreUnderTest store) : StoreContract(store)
{
    // Comments: "first" approved, "second" a pending reply, "third" rejected and appealed with success, "fourth" rejected and appealed in vain.
    // With 260 more, so that one tile of the tree is full.
    [Theory]
    [InlineData("UPDATE comments SET text = 'Sweetened.', hash = 'b6faff33f93a7f9d0a8e9b1c7a4b0e5cfa9bd5a7d0e58f1d7cbd0cbf0ac7bd0d' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET author = 'Another' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET at = at + 1 WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET hash = 'x' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET parent_id = 'third' WHERE id = 'second'", LedgerFindingKind.Altered, "comment second")]
    [InlineData("UPDATE comments SET badge = 1 WHERE id = 'last'", LedgerFindingKind.Altered, "comment last")]
    [InlineData("UPDATE comments SET id = 'renamed' WHERE id = 'last'", LedgerFindingKind.Missing, "comment last")]
    [InlineData("UPDATE comments SET status = 2 WHERE id = 'second'", LedgerFindingKind.Inserted, "state of comment second")]
    [InlineData("UPDATE comments SET status = 5, text = '', author = '', hash = '' WHERE id = 'first'", LedgerFindingKind.KeyLeft, "comment first")]
    [InlineData("DELETE FROM comments WHERE id = 'last'", LedgerFindingKind.Missing, "comment last")]
    [InlineData("INSERT INTO comments (id, article_id, root_id, depth, path, author, text, hash, at, language, status, version, risk) SELECT 'smuggled', article_id, 'smuggled', depth, path, author, text, hash, at, language, status, version, risk FROM comments WHERE id = 'first'", LedgerFindingKind.Inserted, "comment smuggled")]
    [InlineData("INSERT INTO comments (id, article_id, root_id, depth, path, author, text, hash, at, language, status, version, risk, ledger_index) SELECT 'smuggled', article_id, 'smuggled', depth, path, author, text, hash, at, language, status, version, risk, ledger_index FROM comments WHERE id = 'first'", LedgerFindingKind.Inserted, "comment smuggled")]
    [InlineData("UPDATE decisions SET outcome = 3 WHERE comment_id = 'first' AND version = 2", LedgerFindingKind.Altered, "decision first-2")]
    [InlineData("UPDATE decisions SET guideline = 'abuse' WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("UPDATE decisions SET reasons = '[ ]' WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("UPDATE decisions SET account_id = 'somebody' WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("UPDATE decisions SET at = at - 1 WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Altered, "decision third-2")]
    [InlineData("DELETE FROM decisions WHERE comment_id = 'third' AND version = 2", LedgerFindingKind.Missing, "decision third-2")]
    [InlineData("UPDATE appeals SET text = 'Never mind.' WHERE id = 'appeal-third'", LedgerFindingKind.Altered, "appeal appeal-third")]
    [InlineData("UPDATE appeals SET is_overturned = 1 WHERE id = 'appeal-fourth'", LedgerFindingKind.Altered, "outcome of appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET reason = 'Other words.' WHERE id = 'appeal-fourth'", LedgerFindingKind.Altered, "outcome of appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET closed_at = NULL, outcome_ledger_index = NULL WHERE id = 'appeal-fourth'", LedgerFindingKind.Missing, "outcome of appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET account_id = 'account' WHERE id = 'appeal-fourth'", LedgerFindingKind.Altered, "outcome of appeal appeal-fourth")]
    [InlineData("DELETE FROM appeals WHERE id = 'appeal-fourth'", LedgerFindingKind.Missing, "appeal appeal-fourth")]
    [InlineData("UPDATE appeals SET is_erased = 1 WHERE id = 'appeal-fourth'", LedgerFindingKind.Inserted, "state of appeal appeal-fourth")]
    [InlineData("UPDATE policies SET yaml = 'milder'", LedgerFindingKind.Altered, "policy publication 1")]
    [InlineData("INSERT INTO policies VALUES ('p-0', 'older')", LedgerFindingKind.Inserted, "policy p-0")]
    [InlineData("INSERT INTO policy_publications (seq, version, at) VALUES (2, 'p-1', 1)", LedgerFindingKind.Inserted, "publication 2 of policy p-1")]
    [InlineData("UPDATE models SET version = 'm-2'", LedgerFindingKind.Altered, "model 1")]
    [InlineData("INSERT INTO models (version, at) VALUES ('m-0', 1)", LedgerFindingKind.Inserted, "model m-0")]
    [InlineData("UPDATE ledger_keys SET cause = 'lost'", LedgerFindingKind.Altered, "signing key 1")]
    [InlineData("UPDATE ledger SET key = NULL WHERE ref = 'first'", LedgerFindingKind.KeyMissing, "comment first")]
    [InlineData("UPDATE ledger SET leaf = key WHERE ref = 'first'", LedgerFindingKind.EntryAltered, "entry")]
    [InlineData("DELETE FROM ledger WHERE ref = 'first'", LedgerFindingKind.EntryMissing, "entry")]
    [InlineData("UPDATE ledger SET idx = -1 WHERE idx = 5; UPDATE ledger SET idx = 5 WHERE idx = 6; UPDATE ledger SET idx = 6 WHERE idx = -1", LedgerFindingKind.EntryAltered, "entry")]
    [InlineData("UPDATE ledger_tiles SET root = (SELECT leaf FROM ledger WHERE idx = 0)", LedgerFindingKind.TileAltered, "tile 0/0")]
    [InlineData("DELETE FROM ledger_tiles", LedgerFindingKind.TileAltered, "tile 0/0")]
    [InlineData("DELETE FROM ledger WHERE idx = (SELECT max(idx) FROM ledger)", LedgerFindingKind.EntryMissing, "of 545 that were signed")]
    [InlineData("DELETE FROM ledger_checkpoints WHERE size = (SELECT max(size) FROM ledger_checkpoints)", LedgerFindingKind.NotSigned, "tail")]
    [InlineData("UPDATE ledger_checkpoints SET note = replace(note, '\n545\n', '\n544\n')", LedgerFindingKind.SignatureFalse, "checkpoint")]
    public Task What_was_done_to_a_row_is_named(string sql, LedgerFindingKind kind, string subject) => AssertNamedAsync(sql, kind, subject);

    [Fact]
    public async Task Altering_a_comment_and_its_entry_is_caught_by_its_tile_and_with_the_tile_by_the_checkpoint()
    {
        await FillAsync();
        var entry = (await Store.Ledger.OfCommentAsync("first"))!;
        var altered = (await Store.Comments.FindAsync("first"))! with { Author = "Another" };
        var leaf = Leaf.Of(entry.Index, entry.Key, LedgerRecord.Submission(altered));
        Tamper($"UPDATE comments SET author = 'Another' WHERE id = 'first'; UPDATE ledger SET leaf = {Bytes(leaf)} WHERE idx = {entry.Index}");
        var finding = (await FindAsync())[0];
        Assert.Equal((LedgerFindingKind.EntryAltered, entry.Index), (finding.Kind, finding.Index));

        var hashes = (await Store.Ledger.TilesAsync(0, 0, 1))[0].Hashes;
        MerkleHash.OfEntry(leaf).CopyTo(hashes, entry.Index * 32);
        Tamper($"UPDATE ledger_tiles SET hashes = {Bytes(hashes)}, root = {Bytes(MerkleHash.OfComplete(hashes))} WHERE level = 0 AND n = 0");
        Assert.All(await FindAsync(), found => Assert.Equal(LedgerFindingKind.RootDiffers, found.Kind));
        Assert.NotEmpty(await FindAsync());
    }

    /// <summary>Bytes as the database writes them in a statement.</summary>
    protected abstract string Bytes(byte[] bytes);

    /// <summary>Fills a store, tampers with it, and looks for what was done among the findings.</summary>
    protected async Task AssertNamedAsync(string sql, LedgerFindingKind kind, string subject)
    {
        await FillAsync();
        Assert.Empty(await FindAsync());
        Tamper(sql);
        var findings = await FindAsync();
        Assert.Contains(findings, finding => finding.Kind == kind && finding.Subject == subject);
        Assert.All(findings, finding => Assert.NotEmpty(finding.ToString()));
    }

    private void Tamper(string sql) => Assert.NotEqual(0, Store.Tamper(sql));

    private async Task<IReadOnlyList<LedgerFinding>> FindAsync() => (await new VerifyLedger(Store.Ledger).RunAsync()).Findings;

    private async Task FillAsync()
    {
        await Store.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        await Store.Ledger.NoteModelAsync("m-1", Some.Noon);
        var article = await AddArticleAsync();
        var first = await AddAsync(article.Id, "first", null, CommentStatus.Approved);
        await AddAsync(article.Id, "second", first, null);
        foreach (var name in (string[])["third", "fourth"])
        {
            await AddAsync(article.Id, name, null, CommentStatus.Rejected);
            await Store.Appeals.AddAsync(new($"appeal-{name}", name, 2, "Please look again.", Some.Noon));
            var isFair = name == "third";
            await Store.Appeals.CloseAsync(
                $"appeal-{name}", new(isFair, "other", false, "Looked at again.", Some.Noon),
                isFair ? Some.Decision(name, 3, DecisionOutcome.Approved) with { Id = "third-3" } : null);
        }

        await Task.WhenAll(Enumerable.Range(0, 262).Select(number => AddAsync(article.Id, $"more-{number}", null, null)));
        await AddAsync(article.Id, "last", null, null);
    }

    private async Task<Comment> AddAsync(string article, string id, Comment? parent, CommentStatus? decided)
    {
        var comment = Some.Comment(article, parent) with { Id = id, RootId = parent?.RootId ?? id };
        var added = Some.New(comment);
        await Store.Comments.AddAsync(added with { First = added.First with { Id = $"{id}-1" } });
        if (decided is { } status)
        {
            var outcome = status is CommentStatus.Approved ? DecisionOutcome.Approved : DecisionOutcome.Rejected;
            await Store.Comments.AppendAsync(Some.Decision(id, 2, outcome) with { Id = $"{id}-2" }, status);
        }

        return comment;
    }
}
