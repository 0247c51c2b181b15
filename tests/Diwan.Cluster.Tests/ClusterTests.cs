using System.Globalization;

namespace Diwan.Cluster.Tests;

/// <summary>Three nodes, a primary and its standby, under load and under every fault: nothing acknowledged is lost or doubled, and pages stay fresh.</summary>
public sealed class ClusterTests
{
    private const double OldestPage = 1, Promotion = 15;

    /// <summary>One seed as part of all the tests; <c>./test --cluster N FIRST</c> asks for more.</summary>
    public static TheoryData<int> Seeds
    {
        get
        {
            return [.. Enumerable.Range(Number("DIWAN_CLUSTER_FIRST"), Number("DIWAN_CLUSTER_SEEDS"))];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_fails_nothing_acknowledged_is_lost_and_no_page_is_old(int seed)
    {
        Needed.Check();
        var output = TestContext.Current.TestOutputHelper!;

        var outcome = await ClusterRun.RunAsync(seed, output.WriteLine, TestContext.Current.CancellationToken);

        output.WriteLine(Outcome.Head);
        output.WriteLine(outcome.Row);
        if (Environment.GetEnvironmentVariable("DIWAN_CLUSTER_TABLE") is { Length: > 0 } table) await WriteAsync(table, outcome);
        Assert.Empty(outcome.Wrong);
        Assert.True(outcome.Comments > 100 && outcome.Decisions > 50 && outcome.Reads > 200, "too little happened for a test of anything");
        Assert.InRange(outcome.Oldest, 0, OldestPage);
        Assert.InRange(outcome.Promotion, 0, Promotion);
    }

    private static int Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked) ? asked : 1;

    private static async Task WriteAsync(string table, Outcome outcome)
    {
        if (!File.Exists(table)) await File.WriteAllTextAsync(table, Outcome.Head + "\n");
        await File.AppendAllTextAsync(table, outcome.Row + "\n");
    }
}
