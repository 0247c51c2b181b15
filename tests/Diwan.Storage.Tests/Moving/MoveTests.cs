using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Storage.Moving;
using Diwan.Storage.Postgres;
using Diwan.Storage.Sqlite;
using Diwan.Storage.Tests.Postgres;
using Diwan.Storage.Tests.Sqlite;
using Npgsql;

namespace Diwan.Storage.Tests.Moving;

/// <summary>A site that moves from SQLite to PostgreSQL and back, with everything a site can hold.</summary>
public sealed class MoveTests
{
    private static readonly byte[] Picture = [1, 2, 3, 0, 255];

    [Fact]
    public async Task A_site_moves_there_and_back_and_every_row_entry_key_and_picture_comes_along()
    {
        using var folder = new TemporaryFolder();
        using var back = new TemporaryFolder();
        var (home, cluster) = (Path.Combine(folder.Path, "data"), await PostgresCluster.GetAsync());
        var address = await cluster.NewDatabaseAsync(isEmpty: true);
        var kept = await FillAsync(home);
        var there = Options(address, home);

        var moved = await MoveToPostgres.RunAsync(home, there, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal((6, 1), (moved.Tables["comments"], moved.Pictures));
        await using (var old = await SqliteUnderTest.OpenAsync(home))
        {
            // Nothing more can be lost there, and what is there is still served.
            await Assert.ThrowsAsync<StoreBusyException>(() => old.Comments.AddAsync(Some.New(Some.Comment(kept.Article))));
            Assert.NotNull(await old.Comments.FindAsync(kept.Comment.Id));
        }

        await using (var shared = await PostgresStore.OpenAsync(there, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance))
        {
            await CheckAsync(shared, kept);
            Assert.True(await shared.Comments.AppendAsync(Some.Decision(kept.Comment.Id, 3, DecisionOutcome.Reopened), CommentStatus.Pending));
            await shared.Comments.AddAsync(Some.New(Some.Comment(kept.Article, text: "Written there.\0")));
            await shared.Policies.PublishAsync("p-2", "yaml two", Some.Noon);
            Assert.Equal("p-2", (await shared.Policies.CurrentAsync()) is "yaml two" ? "p-2" : "");
        }

        var target = Path.Combine(back.Path, "data");
        var returned = await MoveToSqlite.RunAsync(there, target, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(7, returned.Tables["comments"]);
        await using var home2 = await SqliteUnderTest.OpenAsync(target);
        await CheckAsync(home2, kept);
        await home2.CheckAsync();
        await home2.Comments.AddAsync(Some.New(Some.Comment(kept.Article, text: "And here again.")));
        Assert.Empty((await new VerifyLedger(home2.Ledger).RunAsync()).Findings);

        // What was left behind is closed, and is not moved a second time.
        await using (var left = await PostgresStore.OpenAsync(there, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance))
            await Assert.ThrowsAsync<StoreBusyException>(() => left.Comments.AddAsync(Some.New(Some.Comment(kept.Article))));
        await Assert.ThrowsAsync<MoveException>(() => MoveToSqlite.RunAsync(there, Path.Combine(back.Path, "again"), _ => { }));
        await cluster.DropDatabaseAsync(address);
    }

    [Fact]
    public async Task A_comment_whose_text_was_altered_stops_the_move_and_the_site_goes_on_where_it_was()
    {
        using var folder = new TemporaryFolder();
        var (home, cluster) = (Path.Combine(folder.Path, "data"), await PostgresCluster.GetAsync());
        var address = await cluster.NewDatabaseAsync(isEmpty: true);
        var kept = await FillAsync(home);
        SqliteFile.Run(home, $"DROP TRIGGER comments_are_never_edited; UPDATE comments SET text = 'Sweetened.' WHERE id = '{kept.Comment.Id}'");

        var refused = await Assert.ThrowsAsync<MoveException>(() => MoveToPostgres.RunAsync(home, Options(address, home), _ => { }));
        Assert.Contains(kept.Comment.Id, refused.Message, StringComparison.Ordinal);
        await using var site = await SqliteUnderTest.OpenAsync(home);
        await site.Comments.AddAsync(Some.New(Some.Comment(kept.Article)));
        await using var source = NpgsqlDataSource.Create(PostgresCluster.ConnectionString(address));
        await using var count = source.CreateCommand("SELECT count(*) FROM comments");
        Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        await cluster.DropDatabaseAsync(address);
    }

    [Fact]
    public async Task Every_table_and_column_of_both_databases_is_carried()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        using var folder = new TemporaryFolder();
        await (await SqliteUnderTest.OpenAsync(folder.Path)).DisposeAsync();
        var carried = SiteTable.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}")).Order(StringComparer.Ordinal).ToList();

        using var sqlite = SqliteFile.Connect(folder.Path);
        using var ask = sqlite.CreateCommand();
        // Hidden columns are those a database computes by itself.
        ask.CommandText = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.hidden = 0";
        using var rows = ask.ExecuteReader();
        var here = new List<string>();
        while (rows.Read()) here.Add(rows.GetString(0));
        Assert.Equal(here.Order(StringComparer.Ordinal), carried);

        // What PostgreSQL has besides: the way to a thread, and what one machine keeps in its folder.
        string[] besides = ["comment_threads", "site_keys", "protection_keys", "media", "erasures", "quotas", "jobs", "schema_version"];
        await using var connection = under.Connect();
        await using var command = new NpgsqlCommand("""
            SELECT c.relname, a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var there = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var led = SiteTable.All.Any(table => table.LedToThread && table.Name == reader.GetString(0)) && reader.GetString(1) == "article_id";
            if (!led && !besides.Contains(reader.GetString(0))) there.Add($"{reader.GetString(0)}.{reader.GetString(1)}");
        }

        Assert.Equal(there.Order(StringComparer.Ordinal), carried);
    }

    private static PostgresStoreOptions Options(string address, string folder) => new() { Primary = PostgresAddress.Parse(address), Folder = folder, Readers = 2 };

    private static async Task<Kept> FillAsync(string folder)
    {
        await using var store = await SqliteUnderTest.OpenAsync(folder);
        var article = Some.Article(published: Some.Noon);
        await store.Articles.SaveAsync(article);
        await store.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        await store.Ledger.NoteModelAsync("m-1", Some.Noon);
        await store.Accounts.SaveAsync(Some.Account("Dilan") with { Id = "dilan", LockedUntil = Some.Noon });
        await store.Accounts.AddTokenAsync(new("token", "hash of it", Diwan.Comments.Accounts.Role.Scorer, "dilan", Some.Noon, null, null, 30));
        var first = Some.Comment(article.Id, text: "A text with U+0000 \0, \u001a and \ufffe.");
        await store.Comments.AddAsync(Some.New(first, authorKey: "me", email: "Azad@example.org", digest: new('a', 64), key: new("key", "body"), fingerprint: ulong.MaxValue));
        await store.Comments.AppendAsync(Some.Decision(first.Id, 2, DecisionOutcome.Approved), CommentStatus.Approved);
        var reply = Some.Comment(article.Id, first, Some.Noon.AddMinutes(1));
        await store.Comments.AddAsync(Some.New(reply));
        await store.Comments.AppendAsync(Some.Decision(reply.Id, 2, DecisionOutcome.Approved) with { Note = "between us" }, CommentStatus.Approved);
        foreach (var number in Enumerable.Range(0, 4))
        {
            var comment = Some.Comment(article.Id, at: Some.Noon.AddMinutes(2 + number));
            await store.Comments.AddAsync(Some.New(comment, email: number == 3 ? "gone@example.org" : null));
            if (number == 3) await store.Comments.AppendAsync(Some.Decision(comment.Id, 2, DecisionOutcome.Erased), CommentStatus.Erased);
            if (number != 2) continue;
            await store.Comments.AppendAsync(Some.Decision(comment.Id, 2, DecisionOutcome.Rejected), CommentStatus.Rejected);
            await store.Appeals.AddAsync(new("appeal", comment.Id, 2, "Please look again.", Some.Noon));
            await store.Appeals.CloseAsync("appeal", new(false, "dilan", false, "It stands.", Some.Noon), null);
        }

        await store.Desk.AddReportAsync(new("report", first.Id, "abuse", "Look.", "reader", Some.Noon));
        await store.Desk.ClaimAsync(first.Id, "dilan", Some.Noon, Some.Noon.AddHours(1));
        await store.Erasures.SetHoldAsync(first.Id, "dilan", isHeld: true, Some.Noon);
        await store.Erasures.NoteAsync("an-erased-comment", Some.Noon);
        await store.Suggestions.AddAsync(new("text", new Dictionary<string, double> { ["TOXICITY"] = 0.5 }, "en", null, "key", Some.Noon, Some.Noon.AddDays(1)));
        var picture = await store.Media.SaveAsync(Picture, "png");
        var latest = (await store.Ledger.LatestAsync())!;
        return new(article.Id, (await store.Comments.FindAsync(first.Id))!, reply.Id, picture, store.Keys.Get("receipts"), latest);
    }

    private static async Task CheckAsync(SiteStore store, Kept kept)
    {
        var comment = (await store.Comments.FindAsync(kept.Comment.Id))!;
        Assert.Equal((kept.Comment.Text, kept.Comment.Author, kept.Comment.Hash, 1), (comment.Text, comment.Author, comment.Hash, comment.Replies));
        Assert.NotNull(await store.Comments.JudgementAsync(comment.Id));
        Assert.Equal(ulong.MaxValue, (await store.Comments.RecentByAuthorAsync("me", Some.Noon, 1))[0].Fingerprint);
        Assert.Equal("between us", (await store.Comments.DecisionsAsync(kept.Reply))[1].Note);
        Assert.Equal(30, (await store.Accounts.FindTokenAsync("hash of it"))!.PerMinute);
        Assert.Equal("It stands.", (await store.Appeals.FindAsync("appeal"))!.Outcome!.Reason);
        Assert.Single(await store.Desk.OpenReportsAsync(comment.Id));
        Assert.True(await store.Erasures.IsHeldAsync(comment.Id));
        Assert.Contains("an-erased-comment", await store.Erasures.ListAsync());
        Assert.Single(await store.Suggestions.ListAsync(10));
        Assert.NotNull(await store.Mail.FindAsync(new('a', 64)));
        Assert.Equal(kept.Receipts, store.Keys.Get("receipts"));
        using var stream = store.Media.Open(kept.Picture)!;
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        Assert.Equal(Picture, read.ToArray());
        // Every record against its leaf, and the whole against a checkpoint from before the move.
        Assert.Empty((await new VerifyLedger(store.Ledger, [kept.Latest]).RunAsync()).Findings);
    }

    private sealed record Kept(string Article, Comment Comment, string Reply, string Picture, byte[] Receipts, SignedCheckpoint Latest);
}
