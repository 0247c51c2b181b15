using System.Diagnostics;
using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Storage.Tests.Postgres;
using Diwan.Storage.Tests.Sqlite;

namespace Diwan.Storage.Tests.Crash;

/// <summary>Kills a writing process twenty times at random moments and looks for what it had acknowledged.</summary>
public sealed class StoreCrashTests
{
    private const int Seed = 20261122;

    [Fact]
    public async Task Every_acknowledged_comment_and_decision_is_there_once_after_twenty_kills()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(Seed);
        var comments = new HashSet<string>();
        var decisions = new HashSet<string>();
        for (var round = 0; round < 20; round++)
        {
            // A number of acknowledgements, not a time: a slow machine is killed in the middle of its work too.
            foreach (var line in await RunAndKillAsync(random.Next(1, 400), folder.Path))
                Assert.True((line[0] == 'c' ? comments : decisions).Add(line.Split(' ')[1]), "acknowledged twice");
        }

        await using var store = await SqliteUnderTest.OpenAsync(folder.Path);
        await store.CheckAsync();
        Assert.True(comments.Count >= 20);
        foreach (var id in comments)
        {
            Assert.NotNull(await store.Comments.FindAsync(id));
            Assert.Equal(DecisionOutcome.Held, (await store.Comments.DecisionsAsync(id))[0].Outcome);
        }

        foreach (var id in decisions)
        {
            Assert.Equal(CommentStatus.Approved, (await store.Comments.FindAsync(id))!.Status);
            Assert.Equal(2, (await store.Comments.DecisionsAsync(id)).Count);
        }
    }

    [Fact]
    public async Task Of_two_nodes_that_are_killed_and_started_again_on_one_database_nothing_acknowledged_is_lost_and_the_ledger_is_whole()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await under.Articles.SaveAsync(Some.Article(CrashWriter.ArticleId));
        var lines = await Task.WhenAll(Enumerable.Range(0, 2).Select(async node =>
        {
            var (random, said) = (new Random(Seed + node), new List<string>());
            for (var round = 0; round < 6; round++) said.AddRange(await RunAndKillAsync(random.Next(1, 200), under.Address, under.Folder));
            return said;
        }));

        var all = lines.SelectMany(said => said).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        foreach (var line in all)
        {
            var id = line.Split(' ')[1];
            var decisions = await under.Comments.DecisionsAsync(id);
            Assert.Equal(DecisionOutcome.Held, decisions[0].Outcome);
            if (line[0] == 'd') Assert.Equal((2, CommentStatus.Approved), (decisions.Count, (await under.Comments.FindAsync(id))!.Status));
        }

        Assert.Empty((await new VerifyLedger(under.Ledger).RunAsync()).Findings);
        await under.Store.CheckAsync();
    }

    private static async Task<List<string>> RunAndKillAsync(int after, params string[] where)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.ChangeExtension(typeof(StoreCrashTests).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null))
        {
            RedirectStandardOutput = true,
        }.With([CrashWriter.Verb, .. where]))!;
        var lines = new List<string>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                lines.Add(line);
                if (lines.Count == after) process.Kill();
            }
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(lines.Count >= after, $"the writer ended by itself after {lines.Count} acknowledgements");
        // The last line may have been cut by the kill.
        if (lines[^1].Length is not (40 or 41)) lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
