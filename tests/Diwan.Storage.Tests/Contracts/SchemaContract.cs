using System.Data.Common;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What the database itself refuses, whoever asks.</summary>
public abstract class SchemaContract(StoreUnderTest store) : StoreContract(store)
{
    [Theory]
    [InlineData("UPDATE comments SET text = 'x'")]
    [InlineData("UPDATE comments SET author = 'x'")]
    [InlineData("UPDATE comments SET hash = 'x'")]
    [InlineData("UPDATE comments SET at = 1")]
    [InlineData("UPDATE comments SET parent_id = id")]
    [InlineData("UPDATE comments SET article_id = 'x'")]
    [InlineData("UPDATE comments SET id = 'x'")]
    [InlineData("UPDATE comments SET language = 'x'")]
    [InlineData("UPDATE comments SET text = ''")]
    [InlineData("UPDATE comments SET status = 5")]
    [InlineData("UPDATE comments SET status = 5, text = '', author = ''")]
    [InlineData("UPDATE comments SET status = 5, text = 'x', author = '', hash = ''")]
    [InlineData("UPDATE comments SET badge = 1")]
    [InlineData("UPDATE comments SET status = 5, text = '', author = '', hash = '', badge = 1")]
    [InlineData("UPDATE comments SET ledger_index = 99")]
    [InlineData("UPDATE comments SET status = 6")]
    [InlineData("UPDATE comments SET replies = -1")]
    [InlineData("DELETE FROM comments")]
    [InlineData("UPDATE decisions SET outcome = 2 WHERE version = 2")]
    [InlineData("UPDATE decisions SET note = 'x'")]
    [InlineData("UPDATE decisions SET ledger_index = 99")]
    [InlineData("DELETE FROM decisions")]
    [InlineData("UPDATE ledger SET kind = 99")]
    [InlineData("UPDATE ledger SET ref = 'x'")]
    [InlineData("UPDATE ledger SET leaf = key")]
    [InlineData("UPDATE ledger SET key = leaf")]
    [InlineData("DELETE FROM ledger")]
    [InlineData("UPDATE appeals SET text = 'x'")]
    [InlineData("UPDATE appeals SET is_overturned = 1")]
    [InlineData("UPDATE appeals SET reason = 'x'")]
    [InlineData("DELETE FROM appeals")]
    [InlineData("UPDATE policies SET yaml = 'x'")]
    public async Task No_statement_alters_what_was_said_decided_or_recorded(string sql)
    {
        var comment = await AddAllAsync();
        AssertRefused(sql);
        Assert.Equal(comment, await Store.Comments.FindAsync(comment.Id));
    }

    [Theory]
    [InlineData("INSERT INTO legal_holds (comment_id, account_id, at) VALUES ('none', 'account', 1)")]
    [InlineData("INSERT INTO appeals (id, comment_id, version, text, at, ledger_index) VALUES ('second', 'none', 2, '', 1, 99)")]
    [InlineData("INSERT INTO appeals (id, comment_id, version, text, at, ledger_index) SELECT 'second', comment_id, version, text, at, 99 FROM appeals")]
    [InlineData("INSERT INTO ledger (idx, kind, ref, key, leaf) SELECT idx, kind, ref, NULL, leaf FROM ledger")]
    public async Task No_row_refers_to_what_is_not_there_or_says_again_what_is_said_once(string sql)
    {
        await AddAllAsync();
        AssertRefused(sql);
    }

    [Fact]
    public async Task Erasure_is_the_one_way_out_and_leads_nowhere_else()
    {
        var article = await AddArticleAsync();
        await AddAsync(Some.New(Some.Comment(article.Id) with { Badge = Badge.Newsroom }));
        AssertRefused("UPDATE comments SET badge = 0");
        Assert.Equal(1, Store.Run("UPDATE comments SET status = 5, text = '', author = '', hash = '', badge = 0"));
        AssertRefused("UPDATE comments SET status = 2");
        AssertRefused("UPDATE comments SET text = 'back'");
        AssertRefused("UPDATE comments SET badge = 1");
    }

    private void AssertRefused(string sql) => Assert.True(Store.IsRefusal(Assert.ThrowsAny<DbException>(() => Store.Run(sql))));

    // A comment that was rejected, and appealed in vain.
    private async Task<Comment> AddAllAsync()
    {
        await Store.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id);
        await DecideAsync(comment.Id, 2, CommentStatus.Rejected);
        await Store.Appeals.AddAsync(new("appeal", comment.Id, 2, "Please look again.", Some.Noon));
        await Store.Appeals.CloseAsync("appeal", new(false, "other", false, "Looked at again.", Some.Noon), null);
        return (await Store.Comments.FindAsync(comment.Id))!;
    }
}
