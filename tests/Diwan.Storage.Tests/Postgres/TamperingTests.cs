using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>Somebody who owns the database, triggers off, alters each kind of row: checking the ledger names it.</summary>
public sealed class TamperingTests
{
    [Theory]
    [InlineData("UPDATE comments SET text = 'Sweetened.' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET author = 'Another' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET hash = 'x' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET at = at + 1 WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("UPDATE comments SET status = 2 WHERE id = 'second'", LedgerFindingKind.Inserted, "state of comment second")]
    [InlineData("UPDATE comments SET status = 5, text = '', author = '', hash = '' WHERE id = 'first'", LedgerFindingKind.KeyLeft, "comment first")]
    [InlineData("DELETE FROM comments WHERE id = 'second'", LedgerFindingKind.Missing, "comment second")]
    [InlineData("INSERT INTO comments (article_id, id, root_id, depth, path, author, text, hash, at, language, status, version, risk) SELECT article_id, 'smuggled', 'smuggled', 0, '', author, text, hash, at, language, status, version, risk FROM comments WHERE id = 'first'", LedgerFindingKind.Inserted, "comment smuggled")]
    [InlineData("UPDATE decisions SET outcome = 3 WHERE id = 'first-2'", LedgerFindingKind.Altered, "decision first-2")]
    [InlineData("UPDATE decisions SET reasons = '[ ]' WHERE id = 'first-2'", LedgerFindingKind.Altered, "decision first-2")]
    [InlineData("DELETE FROM decisions WHERE id = 'third-2'", LedgerFindingKind.Missing, "decision third-2")]
    [InlineData("UPDATE appeals SET reason = 'Other words.'", LedgerFindingKind.Altered, "outcome of appeal appeal")]
    [InlineData("UPDATE policies SET yaml = 'milder'", LedgerFindingKind.Altered, "policy publication 1")]
    [InlineData("UPDATE models SET version = 'm-2'", LedgerFindingKind.Altered, "model 1")]
    [InlineData("UPDATE ledger SET leaf = decode(repeat('00', 32), 'hex') WHERE ref = 'first'", LedgerFindingKind.RootDiffers, null)]
    [InlineData("DELETE FROM ledger WHERE ref = 'first'", LedgerFindingKind.EntryMissing, "entry")]
    public async Task What_was_done_to_a_row_is_named(string sql, LedgerFindingKind kind, string? subject)
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await FillAsync(under);
        Assert.Empty((await new VerifyLedger(under.Ledger).RunAsync()).Findings);
        Assert.NotEqual(0, under.Run($"SET session_replication_role = replica; {sql}"));
        var findings = (await new VerifyLedger(under.Ledger).RunAsync()).Findings;
        Assert.Contains(findings, finding => finding.Kind == kind && (subject is null || finding.Subject == subject));
    }

    private static async Task FillAsync(PostgresUnderTest under)
    {
        await under.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        await under.Ledger.NoteModelAsync("m-1", Some.Noon);
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        foreach (var (id, status) in ((string, CommentStatus?)[])[("first", CommentStatus.Approved), ("second", null), ("third", CommentStatus.Rejected)])
        {
            var added = Some.New(Some.Comment(article.Id) with { Id = id, RootId = id });
            await under.Comments.AddAsync(added with { First = added.First with { Id = $"{id}-1" } });
            if (status is not { } decided) continue;
            var outcome = decided is CommentStatus.Approved ? DecisionOutcome.Approved : DecisionOutcome.Rejected;
            await under.Comments.AppendAsync(Some.Decision(id, 2, outcome) with { Id = $"{id}-2" }, decided);
        }

        await under.Appeals.AddAsync(new("appeal", "third", 2, "Please look again.", Some.Noon));
        await under.Appeals.CloseAsync("appeal", new(false, "other", false, "Looked at again.", Some.Noon), null);
    }
}
