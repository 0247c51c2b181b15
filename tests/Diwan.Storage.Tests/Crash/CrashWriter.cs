using Diwan.Comments.Submitting;
using Diwan.Storage.Postgres;
using Diwan.Storage.Tests.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Storage.Tests.Crash;

/// <summary>The process that is killed: writes from 16 sides at once and names what was acknowledged, for ever.</summary>
internal static class CrashWriter
{
    /// <summary>First argument that makes this program the writer; the second is the folder.</summary>
    public const string Verb = "write-until-killed";

    public const string ArticleId = "crash";

    /// <summary>Writes to SQLite in a folder.</summary>
    public static async Task RunAsync(string folder)
    {
        await using var store = await SqliteUnderTest.OpenAsync(folder);
        await WriteAsync(store);
    }

    /// <summary>Writes to PostgreSQL as one node of several.</summary>
    public static async Task RunAsync(string address, string folder)
    {
        await using var store = await PostgresStore.OpenAsync(
            new() { Primary = PostgresAddress.Parse(address), Folder = folder, Readers = 2 }, TimeProvider.System, NullLoggerFactory.Instance);
        await WriteAsync(store);
    }

    private static async Task WriteAsync(SiteStore store)
    {
        if (await store.Articles.FindAsync(ArticleId) is null) await store.Articles.SaveAsync(Some.Article(ArticleId));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var comment = Some.Comment(ArticleId);
                await store.Comments.AddAsync(Some.New(comment));
                await SayAsync($"comment {comment.Id}");
                if (await store.Comments.AppendAsync(Some.Decision(comment.Id, 2, Diwan.Comments.Reviewing.DecisionOutcome.Approved), CommentStatus.Approved))
                    await SayAsync($"decision {comment.Id}");
            }
        })));
    }

    // One write to the pipe a line: what the parent reads was acknowledged before the kill.
    private static async Task SayAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
