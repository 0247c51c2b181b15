using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>Several nodes on one database.</summary>
public sealed class NodesTests
{
    [Fact]
    public async Task Comments_and_decisions_of_three_nodes_at_once_make_one_sound_ledger_and_true_counts()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await using var second = await under.OpenNodeAsync();
        await using var third = await under.OpenNodeAsync();
        PostgresStore[] nodes = [under.Store, second, third];
        var article = Some.Article();
        await under.Articles.SaveAsync(article);

        var places = await Task.WhenAll(Enumerable.Range(0, 300).Select(async number =>
        {
            var comment = Some.Comment(article.Id);
            var added = Assert.IsType<AddResult.Added>(await nodes[number % 3].Comments.AddAsync(Some.New(comment)));
            // Another node decides than the one that took it in.
            Assert.True(await nodes[(number + 1) % 3].Comments.AppendAsync(Some.Decision(comment.Id, 2, DecisionOutcome.Approved), CommentStatus.Approved));
            return added.Place.Index;
        }));

        Assert.Equal(300, places.Distinct().Count());
        var report = await new VerifyLedger(third.Ledger).RunAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(901, report.Size);
        Assert.Equal(300, (await second.Comments.CountsAsync([article.Id]))[article.Id]);
        await under.Store.CheckAsync();
    }

    [Fact]
    public async Task Of_three_nodes_that_take_one_idempotency_key_or_decide_one_version_one_succeeds()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await using var second = await under.OpenNodeAsync();
        await using var third = await under.OpenNodeAsync();
        PostgresStore[] nodes = [under.Store, second, third];
        var article = Some.Article();
        await under.Articles.SaveAsync(article);

        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(number =>
            nodes[number % 3].Comments.AddAsync(Some.New(Some.Comment(article.Id), key: new("key", "body")))));
        Assert.Single(results, result => result is AddResult.Added);
        Assert.Equal(29, results.Count(result => result is AddResult.KeyKnown));

        var id = (await second.Comments.FindKeyAsync(article.Id, "key"))!.CommentId;
        var decisions = await Task.WhenAll(Enumerable.Range(0, 30).Select(number =>
            nodes[number % 3].Comments.AppendAsync(Some.Decision(id, 2, DecisionOutcome.Approved), CommentStatus.Approved)));
        Assert.Single(decisions, true);
    }

    [Fact]
    public async Task A_change_by_one_node_is_told_to_another_by_the_database()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await using var other = await under.OpenNodeAsync();
        await using var reading = under.Changes.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = reading.MoveNextAsync().AsTask();
        var article = Some.Article();
        await other.Articles.SaveAsync(article);
        Assert.True(await next.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new Change(ChangeKind.Article, article.Id), reading.Current);
    }

    [Fact]
    public async Task A_change_whose_message_was_lost_is_found_by_looking()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await using var reading = under.Changes.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = reading.MoveNextAsync().AsTask();
        // Nobody is told of this one.
        under.Run("INSERT INTO changes (seq, kind, key) VALUES (1, 2, 'quiet')");
        Assert.True(await next.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal("quiet", reading.Current.Key);
    }

    [Fact]
    public async Task A_node_whose_changes_were_pruned_or_taken_back_is_told_so()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await under.Articles.SaveAsync(Some.Article());
        await foreach (var _ in under.Changes.ReadAsync(TestContext.Current.CancellationToken)) break;
        under.Run("UPDATE changes SET seq = 5");
        await Assert.ThrowsAsync<ChangeGapException>(async () =>
        {
            await foreach (var change in under.Changes.ReadAsync(TestContext.Current.CancellationToken)) Assert.Fail($"{change}");
        });
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        await foreach (var change in under.Changes.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(article.Id, change.Key);
            break;
        }
    }

    [Fact]
    public async Task A_node_without_the_clusters_key_is_refused_and_its_secrets_never_lie_open()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        var key = under.Store.Keys.Get("receipts");
        using var folder = new TemporaryFolder();
        foreach (var wrong in (byte[]?[])[null, new byte[32]])
        {
            await Assert.ThrowsAsync<ClusterKeyException>(() => PostgresStore.OpenAsync(
                new() { Primary = PostgresAddress.Parse(under.Address), Folder = folder.Path, ClusterKey = wrong }, TimeProvider.System, NullLoggerFactory.Instance));
        }

        Assert.Equal(0, under.Run($"DELETE FROM site_keys WHERE position('\\x{Convert.ToHexString(key)}'::bytea IN sealed) > 0"));
    }

    [Fact]
    public async Task A_quota_is_counted_over_all_nodes_and_a_job_is_done_by_one()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        await using var other = await under.OpenNodeAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? under.Store : other).Quotas!.TryTakeAsync("key", 7, 25, 1)));
        Assert.Equal(25, taken.Count(each => each));
        Assert.True(await other.Quotas!.TryTakeAsync("key", 8, 25, 25));
        Assert.False(await under.Store.Quotas!.TryTakeAsync("other", 8, 5, 6));

        var day = TimeSpan.FromDays(1);
        var job = await under.Store.Jobs!.TryBeginAsync("retention", day);
        Assert.NotNull(job);
        Assert.Null(await other.Jobs!.TryBeginAsync("retention", day));
        await job.DisposeAsync();
        Assert.Null(await other.Jobs.TryBeginAsync("retention", day));
        await using var again = await other.Jobs.TryBeginAsync("retention", TimeSpan.Zero);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task What_the_server_stops_in_the_middle_is_taken_up_again_and_nothing_is_stored_twice()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        var acknowledged = new List<string>();
        while (acknowledged.Count < 200)
        {
            var adding = Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            {
                var comment = Some.Comment(article.Id);
                try
                {
                    return await under.Comments.AddAsync(Some.New(comment)) is AddResult.Added ? comment.Id : null;
                }
                catch (StoreBusyException)
                {
                    return null;
                }
            }));
            EndConnections(under);
            acknowledged.AddRange((await adding).OfType<string>());
        }

        foreach (var id in acknowledged) Assert.NotNull(await under.Comments.FindAsync(id));
        Assert.Empty((await new VerifyLedger(under.Ledger).RunAsync()).Findings);
    }

    [Fact]
    public async Task A_connection_that_the_server_ended_while_it_lay_idle_costs_nobody_an_answer()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        var article = Some.Article();
        await under.Articles.SaveAsync(article);
        for (long round = 0; round < 10; round++)
        {
            Assert.True(await under.Store.Quotas!.TryTakeAsync("key", round, 1, 1));
            EndConnections(under);
            Assert.True(await under.Store.Quotas!.TryTakeAsync("other", round, 1, 1));
            Assert.NotNull(await under.Articles.FindAsync(article.Id));
            Assert.IsType<AddResult.Added>(await under.Comments.AddAsync(Some.New(Some.Comment(article.Id))));
        }
    }

    [Fact]
    public async Task A_host_that_never_answers_is_asked_no_more_once_the_node_has_its_connections()
    {
        await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var asked = new ConcurrentBag<Socket>();
        var listening = Task.Run(async () =>
        {
            while (true) asked.Add(await silent.AcceptSocketAsync());
        });
        await using var node = await under.OpenNodeAsync(before: $"127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        Assert.True(await node.Quotas!.TryTakeAsync("key", 1, 100, 1));
        var before = asked.Count;
        for (var call = 0; call < 40; call++) Assert.True(await node.Quotas!.TryTakeAsync("key", 1, 100, 1));

        // What the node opens in the background may still be on its way: a listener, a reader or two.
        Assert.InRange(asked.Count - before, 0, 10);
        silent.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => listening);
        foreach (var socket in asked) socket.Dispose();
    }

    private static void EndConnections(PostgresUnderTest under) =>
        under.Run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
}
