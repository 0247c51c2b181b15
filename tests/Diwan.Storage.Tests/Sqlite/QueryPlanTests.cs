using System.Reflection;
using System.Text.RegularExpressions;
using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Articles;
using Diwan.Storage.Shared.Comments;
using Diwan.Storage.Shared.Desk;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Log;
using Diwan.Storage.Shared.Retaining;
using Microsoft.Data.Sqlite;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>Asks SQLite how it would run every statement there is: none may read a whole table, or sort what an index could give sorted.</summary>
public sealed partial class QueryPlanTests
{
    // Counting articles walks the narrowest index, thousands of entries at most; checking the whole store reads the whole store, and so does counting it for the log;
    // and what is not yet in the ledger has an index of its own, empty but for the first start after the ledger came.
    // What has been kept long enough is looked for once a day.
    private static readonly string[] MayReadAll =
    [
        ArticleSql.Count, LedgerSql.Strays, LedgerSql.OlderComments, LedgerSql.OlderDecisions,
        RetentionSql.Comments, RetentionSql.CountReaders, RetentionSql.DropReaders, RetentionSql.CountAddresses, RetentionSql.DropAddresses,
        LogSql.Decisions, LogSql.Received, LogSql.CountWaits, LogSql.Wait,
    ];

    public static TheoryData<string, string> Statements => [.. Constants().Concat(Pages())];

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
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "diwan.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct()) command.Parameters.AddWithValue(name, DBNull.Value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }

    // Every constant of every class of statements: one that is added is looked at too.
    private static IEnumerable<(string Name, string Sql)> Constants() =>
        from type in typeof(CommentSql).Assembly.GetTypes()
        where type.Name.EndsWith("Sql", StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        let sql = field.IsLiteral ? field.GetRawConstantValue() as string : null
        where sql is not null && !MayReadAll.Contains(sql) && Begins().IsMatch(sql)
        select ($"{type.Name}.{field.Name}", sql);

    private static IEnumerable<(string Name, string Sql)> Pages()
    {
        foreach (var sort in Enum.GetValues<ThreadSort>())
        {
            yield return ($"page {sort}", ThreadSql.Page(sort, rootsOnly: false));
            yield return ($"page of roots {sort}", ThreadSql.Page(sort, rootsOnly: true));
        }

        foreach (var queue in Enum.GetValues<QueueKind>())
        {
            foreach (var order in Enum.GetValues<QueueOrder>())
            {
                yield return ($"page {queue} {order}", QueueSql.Page(queue, order, ofArticle: false));
                yield return ($"page {queue} {order} of an article", QueueSql.Page(queue, order, ofArticle: true));
            }
        }
    }

    [GeneratedRegex(@"SCAN (c|comments|decisions|d|articles)\b")]
    private static partial Regex BigTable();

    [GeneratedRegex("@[a-z_]+")]
    private static partial Regex Parameter();

    // Inserts of single rows have no plan; an INSERT that selects has.
    [GeneratedRegex(@"^\s*(SELECT|WITH|UPDATE|DELETE)\b")]
    private static partial Regex Begins();
}
