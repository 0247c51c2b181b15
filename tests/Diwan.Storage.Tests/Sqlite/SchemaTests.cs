using Diwan.Comments.Submitting;
using Microsoft.Data.Sqlite;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>What the database itself refuses, whoever asks.</summary>
public sealed class SchemaTests
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
    [InlineData("DELETE FROM comments")]
    [InlineData("UPDATE decisions SET outcome = 2")]
    [InlineData("UPDATE decisions SET note = 'x'")]
    [InlineData("DELETE FROM decisions")]
    public async Task No_statement_alters_a_comment_or_a_decision(string sql)
    {
        await using var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        var comment = await AddAsync(under);
        using var connection = Open(under);
        Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT, Assert.Throws<SqliteException>(() => Run(connection, sql)).SqliteErrorCode);
        Assert.Equal(comment, await under.Comments.FindAsync(comment.Id));
    }

    [Fact]
    public async Task Erasure_is_the_one_way_out_and_leads_nowhere_else()
    {
        await using var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        await AddAsync(under);
        using var connection = Open(under);
        Assert.Equal(1, Run(connection, "UPDATE comments SET status = 5, text = '', author = '', hash = ''"));
        Assert.Throws<SqliteException>(() => Run(connection, "UPDATE comments SET status = 2"));
        Assert.Throws<SqliteException>(() => Run(connection, "UPDATE comments SET text = 'back'"));
    }

    private static async Task<Comment> AddAsync(SqliteUnderTest under)
    {
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        var comment = Some.Comment(article.Id);
        await under.Comments.AddAsync(Some.New(comment));
        return comment;
    }

    private static SqliteConnection Open(SqliteUnderTest under)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(under.Folder, "diwan.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static int Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
