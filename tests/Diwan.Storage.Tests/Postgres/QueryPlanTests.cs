using System.Globalization;
using System.Text.RegularExpressions;
using Diwan.Storage.Postgres;
using Diwan.Storage.Shared.Comments;
using Npgsql;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>Asks PostgreSQL how it would run every statement there is over a million comments: none may read a whole table, or sort what an index could give sorted.</summary>
public sealed partial class QueryPlanTests(MillionComments rows) : IClassFixture<MillionComments>
{
    // Values a statement might be asked with; a plan for all values is what is looked at, but the partition is found by them.
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["@article"] = "a17", ["@id"] = "c16", ["@comment"] = "c16", ["@parent"] = "c16", ["@root"] = "c16", ["@hash"] = "rc16", ["@author_key"] = "kc16", ["@slug"] = "s17", ["@url"] = "https://news.example/17",
        ["@digest"] = "g16",
    };

    // What has been kept long enough is looked for once a day, by one node.
    public static TheoryData<string, string> Statements =>
    [
        .. StoreStatements.Of("Diwan.Storage.Shared").Where(statement => !statement.Name.StartsWith("RetentionSql.", StringComparison.Ordinal))
            .Concat(StoreStatements.Of("Diwan.Storage.Postgres")).Concat(StoreStatements.Pages()),
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task No_statement_reads_a_whole_table_over_a_million_comments(string name, string sql)
    {
        var plan = await PlanAsync(sql);
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, step => BigTable().IsMatch(step));
        if (name.StartsWith("page", StringComparison.Ordinal) && !name.Contains("Reported", StringComparison.Ordinal))
            Assert.DoesNotContain(plan, step => step.TrimStart(' ', '-', '>') is "Sort" or "Incremental Sort");
    }

    [Fact]
    public async Task The_plan_of_a_statement_without_an_index_is_recognised() =>
        Assert.Contains(await PlanAsync("SELECT * FROM comments c WHERE c.text = @text"), step => BigTable().IsMatch(step));

    [Fact]
    public async Task A_comment_known_by_its_id_alone_is_looked_for_in_one_partition()
    {
        var plan = await PlanAsync(CommentSql.Find, isRun: true);
        Assert.Single(plan, step => step.Contains("Scan", StringComparison.Ordinal) && step.Contains("comments_", StringComparison.Ordinal) && !step.Contains("never executed", StringComparison.Ordinal));
        Assert.Equal(7, plan.Count(step => step.Contains("never executed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_of_a_thread_touches_one_partition()
    {
        var plan = await PlanAsync(ThreadSql.Page(Diwan.Comments.Publishing.ThreadSort.Newest, rootsOnly: false));
        Assert.Single(plan, step => step.Contains("Scan", StringComparison.Ordinal));
    }

    private async Task<List<string>> PlanAsync(string sql, bool isRun = false)
    {
        var statement = PostgresStatement.Of(sql);
        await using var connection = new NpgsqlConnection(rows.ConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "SET plan_cache_mode = force_generic_plan");
        await RunAsync(connection, $"PREPARE asked AS {statement.Text}");
        var types = await RunAsync(connection, "SELECT unnest(parameter_types::text[]) FROM pg_prepared_statements WHERE name = 'asked'");
        var values = types.Select((type, place) => Value(statement.Names[place], type));
        return await RunAsync(connection, $"EXPLAIN ({(isRun ? "ANALYZE, " : "")}COSTS off) EXECUTE asked{(types.Count > 0 ? $"({string.Join(", ", values)})" : "")}");
    }

    private static string Value(string name, string type) => type switch
    {
        "text" => $"'{Texts.GetValueOrDefault(name, "x")}'",
        "text[]" => "ARRAY['a17', 'a18']",
        "bytea" => "'\\x00'",
        _ => name is "@limit" ? "21" : 16.ToString(CultureInfo.InvariantCulture),
    };

    private static async Task<List<string>> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    [GeneratedRegex(@"Seq Scan on (comments|comment_threads|judgements|decisions|receipts|comment_private|fingerprints|idempotency_keys|articles|ledger|mail_addresses|changes)(_\d)?\b")]
    private static partial Regex BigTable();
}
