using System.Text.RegularExpressions;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>Asks SQLite how it would run every statement there is: none may read a whole table, or sort what an index could give sorted.</summary>
public sealed partial class QueryPlanTests
{
    public static TheoryData<string, string> Statements => [.. StoreStatements.Of("Diwan.Storage.Shared").Concat(StoreStatements.Of("Diwan.Storage.Sqlite")).Concat(StoreStatements.Pages())];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task No_statement_reads_a_whole_table_of_comments_decisions_or_articles(string name, string sql)
    {
        await using var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        var plan = Plan(under.Folder, sql);
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, step => BigTable().IsMatch(step));
        if (name.StartsWith("page", StringComparison.Ordinal) && !(name.Contains("Reported", StringComparison.Ordinal)))
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_plan_of_a_statement_without_an_index_is_recognised()
    {
        await using var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        Assert.Contains(Plan(under.Folder, "SELECT * FROM comments c WHERE c.text = @text"), step => BigTable().IsMatch(step));
    }

    private static List<string> Plan(string folder, string sql)
    {
        using var connection = SqliteFile.Connect(folder);
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct()) command.Parameters.AddWithValue(name, DBNull.Value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }

    [GeneratedRegex(@"SCAN (c|comments|decisions|d|articles)\b")]
    private static partial Regex BigTable();

    [GeneratedRegex("@[a-z_]+")]
    private static partial Regex Parameter();
}
