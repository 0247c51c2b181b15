using Diwan.Comments.Stores;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>The store as a whole: opening, several at once, backup, damage.</summary>
public sealed class SqliteStoreTests
{
    [Fact]
    public async Task Many_that_open_one_new_folder_at_once_find_one_database_and_the_same_keys()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SqliteUnderTest.OpenAsync(data)));
        try
        {
            var keys = stores.Select(store => Convert.ToHexString(store.Keys.Get("receipts"))).ToList();
            Assert.Single(keys.Distinct());
            await Task.WhenAll(stores.Select(store => store.Articles.SaveAsync(Some.Article())));
            Assert.Equal(8, await stores[0].Articles.CountAsync());
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, "keys", "receipts")));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, "diwan.db")));
            }
        }
        finally
        {
            foreach (var store in stores) await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_change_by_another_process_is_told_within_half_a_second()
    {
        var clock = new FakeTimeProvider(Some.Noon);
        await using var under = await SqliteUnderTest.OpenAsync(clock);
        await using var other = await SqliteUnderTest.OpenAsync(under.Folder);
        await using var reading = under.Changes.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = reading.MoveNextAsync().AsTask();

        var article = Some.Article();
        await other.Articles.SaveAsync(article);
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(500));

        Assert.True(await next.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new Change(ChangeKind.Article, article.Id), reading.Current);
    }

    [Fact]
    public async Task A_reader_of_changes_that_fell_too_far_behind_is_told_so()
    {
        await using var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        under.Run("INSERT INTO changes (seq, kind, key) VALUES (5, 1, 'x')");

        await Assert.ThrowsAsync<ChangeGapException>(async () =>
        {
            await foreach (var change in under.Changes.ReadAsync()) Assert.Fail($"{change}");
        });
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        await foreach (var change in under.Changes.ReadAsync())
        {
            Assert.Equal(article.Id, change.Key);
            break;
        }
    }

    [Fact]
    public async Task A_backup_made_while_writing_goes_on_is_whole()
    {
        await using var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        using var target = new TemporaryFolder();
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var count = 0; ; count++)
            {
                if (stop.IsCancellationRequested) return count;
                await under.Comments.AddAsync(Some.New(Some.Comment(article.Id)));
            }
        });

        await under.Store.BackupAsync(Path.Combine(target.Path, "diwan.db"));
        await stop.CancelAsync();
        Assert.True(await writing > 0);
        await Assert.ThrowsAsync<IOException>(() => under.Store.BackupAsync(Path.Combine(target.Path, "diwan.db")));

        await using var copy = await SqliteUnderTest.OpenAsync(target.Path);
        await copy.CheckAsync();
        Assert.Equal(article.Id, (await copy.Articles.FindAsync(article.Slug))?.Id);
    }

    [Fact]
    public async Task A_damaged_database_fails_the_check()
    {
        await using var under = await SqliteUnderTest.OpenAsync(TimeProvider.System);
        await under.Store.CheckAsync();
        SqliteFile.Run(under.Folder, "INSERT INTO thread_totals (article_id, approved) VALUES ('gone', 1)", foreignKeys: false);

        var damage = await Assert.ThrowsAsync<StoreDamagedException>(() => under.Store.CheckAsync());
        Assert.Contains("thread_totals", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        await (await SqliteUnderTest.OpenAsync(folder.Path)).DisposeAsync();
        SqliteFile.Run(folder.Path, "PRAGMA user_version = 9999");

        await Assert.ThrowsAsync<StoreVersionException>(() => SqliteUnderTest.OpenAsync(folder.Path));
    }

    [Fact]
    public async Task A_write_that_finds_no_room_is_told_that_the_store_is_busy_and_nothing_is_stored()
    {
        using var folder = new TemporaryFolder();
        var clock = new FakeTimeProvider(Some.Noon);
        await using var store = await SqliteStore.OpenAsync(
            new() { Folder = folder.Path, MaxWaitingWrites = 1, BusyAfter = TimeSpan.FromSeconds(5) }, clock, NullLoggerFactory.Instance);
        await using var blocker = SqliteFile.Connect(folder.Path);
        using var command = blocker.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();

        var writes = Enumerable.Range(0, 6).Select(_ => store.Articles.SaveAsync(Some.Article())).ToList();
        clock.Advance(TimeSpan.FromSeconds(6));
        await Assert.ThrowsAsync<StoreBusyException>(() => Task.WhenAny(writes).Unwrap());

        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Equal(writes.Count(write => write.IsCompletedSuccessfully), await store.Articles.CountAsync());
        Assert.All(writes.Where(write => write.IsFaulted), write => Assert.IsType<StoreBusyException>(write.Exception!.InnerException));
        Assert.Contains(writes, write => write.IsCompletedSuccessfully);
    }
}
