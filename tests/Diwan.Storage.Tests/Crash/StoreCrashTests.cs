using System.Diagnostics;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
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
            foreach (var line in await RunAndKillAsync(folder.Path, random.Next(1, 400)))
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

    private static async Task<List<string>> RunAndKillAsync(string folder, int after)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.ChangeExtension(typeof(StoreCrashTests).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null))
        {
            ArgumentList = { CrashWriter.Verb, folder },
            RedirectStandardOutput = true,
        })!;
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
